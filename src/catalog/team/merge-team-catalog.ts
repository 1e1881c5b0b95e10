import type { GuideEntries } from '../entries';
import type { CatalogProblem } from '../problem';
import { checkTeamEntry, type CheckedEntry } from './check-team-entry';
import { insertStages } from './insert-stages';
import { readTeamEntries } from './read-team-entries';
import { returnReferences } from './return-references';
import { isStagePlace, stagePlaces } from './stage-places';
import type { Fields, TeamEntry } from './team-entry';
import { TeamLists } from './team-lists';
import { brokenReferences, teamReferences } from './team-references';
import { TEAM_SOURCE } from './team-source';

export interface TeamMerge {
  /** The catalog with what the team adds and changes; the very one that was given when that is nothing. */
  readonly entries: GuideEntries;
  /** Everything wrong; paths lead from the key `catalog` of the project file. At most {@link MAX_TEAM_PROBLEMS}. */
  readonly problems: readonly CatalogProblem[];
  /** What was taken over, as it was given. */
  readonly accepted: readonly TeamEntry[];
}

/** More say nothing new about a file. */
export const MAX_TEAM_PROBLEMS = 100;

/**
 * Merges the catalog of a team into another one. An entry whose id exists is changed: its texts are replaced, its lists
 * united. Any other is added. Entries are checked as those of the catalog itself; one with a mistake is left out, and so
 * is what names it. Never throws.
 *
 * @param base a catalog that was checked
 * @param data what stands under `catalog` in the project file
 */
export function mergeTeamCatalog(base: GuideEntries, data: unknown): TeamMerge {
  const read = readTeamEntries(data);
  const problems = [...read.problems];
  const lists = new TeamLists(base);
  const checked = checkAll(base, lists, read.entries, problems);
  const accepted = dropBroken(base, checked, read.entries, problems);
  return {
    entries: accepted.length === 0 ? base : merged(lists, accepted),
    problems: problems.slice(0, MAX_TEAM_PROBLEMS),
    accepted: accepted.map(({ kind, index, id, given }) => ({ kind, index, id, given })),
  };
}

function checkAll(
  base: GuideEntries,
  lists: TeamLists,
  entries: readonly TeamEntry[],
  problems: CatalogProblem[],
): CheckedEntry[] {
  const places = stagePlaces(base, entries);
  return entries.flatMap((entry) => {
    const place = entry.kind === 'stages' ? places.get(entry.id) : undefined;
    if (place && !isStagePlace(place)) {
      problems.push(place);
      return [];
    }
    const result = checkTeamEntry(entry, lists.get(entry.kind, entry.id), place?.root);
    if ('result' in result) return [result];
    problems.push(...result);
    return [];
  });
}

/** What is left when no entry names one that is not there. */
function dropBroken(
  base: GuideEntries,
  checked: readonly CheckedEntry[],
  all: readonly TeamEntry[],
  problems: CatalogProblem[],
): readonly CheckedEntry[] {
  let left = checked;
  for (;;) {
    const found = [...brokenReferences(base, left, all), ...homelessStages(base, left)];
    if (found.length === 0) return left;
    problems.push(...found);
    const broken = new Set(found.map(({ path }) => path.slice(0, 2).join()));
    left = left.filter(({ kind, index }) => !broken.has([kind, index].join()));
  }
}

/** New stages whose place depends on one that was left out. */
function homelessStages(base: GuideEntries, entries: readonly TeamEntry[]): CatalogProblem[] {
  return [...stagePlaces(base, entries).values()].flatMap((place) => (isStagePlace(place) ? [] : [place]));
}

function merged(lists: TeamLists, accepted: readonly CheckedEntry[]): GuideEntries {
  const added = accepted.filter(({ kind, id }) => kind === 'stages' && !lists.get(kind, id));
  const source: Fields = { ...TEAM_SOURCE };
  if (!lists.get('sources', TEAM_SOURCE.id)) lists.set('sources', TEAM_SOURCE.id, source);
  for (const { kind, id, result } of accepted) lists.set(kind, id, result);
  returnReferences(lists, teamReferences(accepted));
  return insertStages(lists.entries(), added);
}
