import type { Stage } from '../../catalog/schema/lifecycle';
import type { WireFinding } from '../../protocol/finding';
import type { PanelCatalog } from '../../protocol/panel-catalog';
import { byUrgency, worstSeverity } from '../findings/finding-order';
import { findingNode } from '../findings/finding-nodes';
import { countText } from '../findings/finding-text';
import { stageLabel } from '../findings/grouping';
import { VIEW_ITEMS } from '../names/views';
import { escapeMarkdown } from '../support/markdown';
import { severityIcon, type TreeNode } from '../tree/tree-node';
import { guideOfCatalog } from './guide-of-catalog';
import { homeStages } from './home-stage';
import { applyLifecycleFilter, type LifecycleFilter } from './lifecycle-filter';
import { lifecyclesFrom } from './lifecycle-order';
import { referenceSections } from './stage-sections';

export interface LifecycleInput {
  readonly catalog: PanelCatalog;
  /** Id of the lifecycle to show. */
  readonly lifecycle: string;
  readonly findings: readonly WireFinding[];
  /** Stages of the file in front. */
  readonly activeStages: readonly string[];
  readonly pathOf: (uri: string) => string;
  /** Narrows the view to one role or framework. */
  readonly filter?: LifecycleFilter | undefined;
}

/** The rows of the Lifecycle view: its stages in order, with this workspace's findings and what the catalog says. */
export function lifecycleNodes(input: LifecycleInput): readonly TreeNode[] {
  const stages = new Map(input.catalog.stages.map((stage) => [stage.id, stage]));
  const [shown] = lifecyclesFrom(input.catalog, input.lifecycle);
  const byStage = findingsByStage(input);
  const guide = guideOfCatalog(input.catalog);
  const filter = input.filter && applyLifecycleFilter(input.filter, guide);
  return (shown?.stages ?? []).flatMap((id) => {
    const stage = stages.get(id);
    if (!stage || (filter && !filter.keepsStage(stage))) return [];
    return [stageNode(stage, byStage.get(id) ?? [], input, () => referenceSections(stage, guide, filter))];
  });
}

/** The findings at their home stages, in one pass: there can be many, and every stage wants its own. */
function findingsByStage({ findings, catalog }: LifecycleInput): ReadonlyMap<string, readonly WireFinding[]> {
  const byStage = new Map<string, WireFinding[]>();
  for (const finding of findings) {
    for (const stage of homeStages(finding.stages, catalog)) {
      const known = byStage.get(stage);
      if (known) known.push(finding);
      else byStage.set(stage, [finding]);
    }
  }
  return byStage;
}

function stageNode(
  stage: Stage,
  findings: readonly WireFinding[],
  input: LifecycleInput,
  references: () => readonly TreeNode[],
): TreeNode {
  const worst = worstSeverity(findings);
  const active = input.activeStages.includes(stage.id);
  const label = stageLabel(input.catalog, stage.id);
  const notes = [...(findings.length > 0 ? [String(findings.length)] : []), ...(active ? ['here'] : [])];
  return {
    id: stage.id,
    label,
    ...(notes.length > 0 ? { description: notes.join(' · ') } : {}),
    tooltip: `**${escapeMarkdown(label)}**\n\n${escapeMarkdown(stage.summary)}`,
    icon: worst ? severityIcon(worst) : { name: active ? 'circle-filled' : 'circle-outline' },
    menu: VIEW_ITEMS.stage,
    spoken: `Stage ${label}, ${countText(findings.length)}${active ? ', the file in front belongs here' : ''}`,
    learn: { stage: stage.id },
    children: () => [findingsSection(stage, findings, input), ...references()],
  };
}

function findingsSection(stage: Stage, findings: readonly WireFinding[], input: LifecycleInput): TreeNode {
  const id = `${stage.id}/findings`;
  return {
    id,
    label: 'Findings',
    description: String(findings.length),
    icon: { name: 'bug' },
    ...(findings.length === 0
      ? {}
      : {
          expanded: true,
          children: () => [...findings].sort(byUrgency).map((finding) => findingNode(finding, id, input)),
        }),
  };
}
