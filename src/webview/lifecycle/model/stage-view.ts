import type { Stage } from '../../../catalog/schema/lifecycle';
import type { Overlay, StageOverlay } from '../../../diagram/overlay';
import type { PanelSnapshot } from '../../../protocol/panel';
import { spokenFindings, spokenSeverity } from './count-text';
import { countOfStage, WORST_FIRST, type FindingCount } from './findings';

/** What the diagram shows of one stage. */
export interface StageView {
  readonly stage: Stage;
  readonly count: FindingCount;
  /** The file in front belongs to it. */
  readonly here: boolean;
  /** How much the overlay has to say of it; undefined without an overlay. */
  readonly weight: StageOverlay['weight'] | undefined;
  /** The whole of it as a sentence, for screen readers and the tooltip. */
  readonly spoken: string;
}

/** The stages of a lifecycle with what this workspace and the overlay add to them. */
export function stageViews(
  stages: readonly Stage[],
  snapshot: PanelSnapshot,
  overlay: Overlay | undefined,
): StageView[] {
  return stages.map((stage) => {
    const count = countOfStage(snapshot.findings, stage.id);
    const here = snapshot.editor?.stages.includes(stage.id) ?? false;
    const said = overlay && (overlay.stages.get(stage.id) ?? NOTHING);
    const label = spokenLabel(stage, stages.length, count, here);
    return { stage, count, here, weight: said?.weight, spoken: said ? `${label}, ${said.spoken}` : label };
  });
}

const NOTHING = { weight: 0, spoken: 'nothing in this overlay' } as const;

function spokenLabel(stage: Stage, of: number, count: FindingCount, here: boolean): string {
  // The name that is drawn is the one that people say to a voice control.
  const name = stage.title.includes(stage.shortTitle) ? stage.title : `${stage.shortTitle}: ${stage.title}`;
  const parts = [`Stage ${stage.number} of ${of}`, name, spokenFindings(count.total)];
  for (const severity of WORST_FIRST) {
    if (severity !== 'info' && count.bySeverity[severity] > 0) parts.push(spokenSeverity(count, severity));
  }
  if (here) parts.push('current file');
  return parts.join(', ');
}
