import type { GuideEntries } from '../entries';
import type { CatalogProblem } from '../problem';
import { mergeTeamCatalog } from './merge-team-catalog';
import type { TeamEntry } from './team-entry';

/** Several catalogs of teams in one. */
export interface TeamMerges {
  readonly entries: GuideEntries;
  /** By the place of the catalog in the list that was given. */
  readonly problems: readonly (readonly CatalogProblem[])[];
  readonly accepted: readonly TeamEntry[];
}

/** Merges one after the other: a later catalog can name and change what an earlier one added. */
export function mergeTeamCatalogs(base: GuideEntries, catalogs: readonly unknown[]): TeamMerges {
  let entries = base;
  const merges = catalogs.map((data) => {
    const merge = mergeTeamCatalog(entries, data);
    entries = merge.entries;
    return merge;
  });
  return {
    entries,
    problems: merges.map(({ problems }) => problems),
    accepted: merges.flatMap(({ accepted }) => accepted),
  };
}
