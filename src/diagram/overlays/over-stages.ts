import type { Guide } from '../../catalog/catalog';
import type { Stage } from '../../catalog/schema/lifecycle';
import type { Mark, OverlayGroup, StageOverlay } from '../overlay';

/** What an overlay found at one stage. */
export interface StageFacts {
  readonly marks: readonly Mark[];
  readonly groups: readonly OverlayGroup[];
  readonly spoken: string;
  /** How much the stage matters here, in the overlay's own measure; 0 is not at all. */
  readonly strength: number;
}

/** Looks at every stage of every lifecycle and weighs them against the strongest. Groups without a row are left out. */
export function overStages(guide: Guide, look: (stage: Stage) => StageFacts): Map<string, StageOverlay> {
  const facts = [...guide.stages.values()].map((stage) => [stage.id, look(stage)] as const);
  const most = Math.max(...facts.map(([, { strength }]) => strength), 1);
  return new Map(
    facts.map(([id, { marks, groups, spoken, strength }]) => [
      id,
      { marks, groups: withRows(groups), spoken, weight: weigh(strength, most) },
    ]),
  );
}

/** The groups that have something to say. */
export function withRows(groups: readonly OverlayGroup[]): OverlayGroup[] {
  return groups.filter(({ rows }) => rows.length > 0);
}

function weigh(strength: number, most: number): 0 | 1 | 2 | 3 {
  if (strength <= 0) return 0;
  const share = strength / most;
  return share > 2 / 3 ? 3 : share > 1 / 3 ? 2 : 1;
}
