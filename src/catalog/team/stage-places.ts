import type { GuideEntries } from '../entries';
import type { CatalogProblem } from '../problem';
import type { Stage } from '../schema/lifecycle';
import type { TeamEntry } from './team-entry';

/** Where a new stage stands. */
export interface StagePlace {
  /** The built-in stage at the beginning of the chain of new ones it stands in. */
  readonly root: Stage;
}

/**
 * Follows `after` of each new stage to a built-in one.
 *
 * @param entries everything that the project file holds
 * @returns by id of the new stage its place, or what is wrong with it
 */
export function stagePlaces(
  base: GuideEntries,
  entries: readonly TeamEntry[],
): ReadonlyMap<string, StagePlace | CatalogProblem> {
  const known = new Map(base.stages.map((stage) => [stage.id, stage]));
  const added = new Map(
    entries.flatMap((entry) => (entry.kind === 'stages' && !known.has(entry.id) ? [[entry.id, entry]] : [])),
  );
  return new Map([...added].map(([id, entry]) => [id, placeOf(entry, known, added)]));
}

function placeOf(
  stage: TeamEntry,
  known: ReadonlyMap<string, Stage>,
  added: ReadonlyMap<string, TeamEntry>,
): StagePlace | CatalogProblem {
  const path = [stage.kind, stage.index];
  const problem = (key: string, message: string): CatalogProblem => ({
    path: key in stage.given ? [...path, key] : path,
    message,
  });
  const seen = new Set<string>();
  let at: TeamEntry | undefined = stage;
  for (;;) {
    const after = at.given['after'];
    if (typeof after !== 'string') {
      if (at !== stage) return problem('after', `"${at.id}" does not say after which stage it comes`);
      return problem('after', 'a new stage needs "after": the id of the stage it comes after');
    }
    const root = known.get(after);
    if (root) {
      const { lifecycle = root.lifecycle } = stage.given;
      if (lifecycle === root.lifecycle) return { root };
      return problem('lifecycle', `"${after}" is a stage of "${root.lifecycle}"`);
    }
    seen.add(at.id);
    at = added.get(after);
    if (!at) return problem('after', `"${after}" is not in the catalog's stages`);
    if (seen.has(at.id)) return problem('after', 'the stages named by "after" lead back to this one');
  }
}

export function isStagePlace(place: StagePlace | CatalogProblem): place is StagePlace {
  return 'root' in place;
}
