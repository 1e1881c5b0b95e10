import type { Stage } from '../../../catalog/schema/lifecycle';
import type { PanelSnapshot } from '../../../protocol/panel';
import { spokenFindings, spokenSeverity } from './count-text';
import { countOfStage, WORST_FIRST, type FindingCount } from './findings';

/** What the diagram shows of one stage. */
export interface StageView {
  readonly stage: Stage;
  readonly count: FindingCount;
  /** The file in front belongs to it. */
  readonly here: boolean;
  /** The whole of it as a sentence, for screen readers and the tooltip. */
  readonly spoken: string;
}

/** The stages of a lifecycle with what this workspace adds to them. */
export function stageViews(stages: readonly Stage[], snapshot: PanelSnapshot): StageView[] {
  return stages.map((stage) => {
    const count = countOfStage(snapshot.findings, stage.id);
    const here = snapshot.editor?.stages.includes(stage.id) ?? false;
    return { stage, count, here, spoken: spokenLabel(stage, stages.length, count, here) };
  });
}

function spokenLabel(stage: Stage, of: number, count: FindingCount, here: boolean): string {
  const parts = [`Stage ${stage.number} of ${of}`, stage.title, spokenFindings(count.total)];
  for (const severity of WORST_FIRST) {
    if (severity !== 'info' && count.bySeverity[severity] > 0) parts.push(spokenSeverity(count, severity));
  }
  if (here) parts.push('current file');
  return parts.join(', ');
}
