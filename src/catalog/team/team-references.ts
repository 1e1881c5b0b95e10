import type { EntryKind } from '../entry-kinds';
import type { GuideEntries } from '../entries';
import type { CatalogProblem } from '../problem';
import {
  collectReferences,
  danglingReferences,
  malformedReferences,
  type PlacedEntry,
  type Reference,
} from '../references';
import type { TeamEntry } from './team-entry';
import { TEAM_KINDS } from './team-schemas';
import { TEAM_SOURCE } from './team-source';

/** Every mention of an entry by what a team gives; paths lead into the project file. */
export function teamReferences(entries: readonly TeamEntry[]): Reference[] {
  return collectReferences(byKind(entries));
}

/**
 * Mentions of entries that do not exist.
 *
 * @param entries what is still whole
 * @param all everything that the project file holds, also what is left out for a mistake
 */
export function brokenReferences(
  base: GuideEntries,
  entries: readonly TeamEntry[],
  all: readonly TeamEntry[],
): CatalogProblem[] {
  const known = new Set(entries.map(nameOf));
  const leftOut = new Set(all.map(nameOf));
  const builtIn = new Map<EntryKind, ReadonlySet<string>>();
  const exists = (kind: EntryKind, id: string): boolean => {
    const ids = builtIn.get(kind) ?? new Set(base[kind].map((entry) => entry.id));
    builtIn.set(kind, ids);
    return ids.has(id) || known.has(`${kind}/${id}`) || (kind === 'sources' && id === TEAM_SOURCE.id);
  };
  const references = teamReferences(entries);
  const toLeftOut = new Set(
    references.filter(({ to: { kind, id } }) => leftOut.has(`${kind}/${id}`) && !exists(kind, id)),
  );
  return [
    ...[...toLeftOut].map(({ path, to }) => ({
      path,
      message: `"${to.id}" is left out for a mistake of its own, and so is this entry`,
    })),
    ...danglingReferences(
      references.filter((reference) => !toLeftOut.has(reference)),
      exists,
    ),
    ...malformedReferences(byKind(entries)),
  ];
}

function nameOf({ kind, id }: TeamEntry): string {
  return `${kind}/${id}`;
}

/** Entries as the checks of the catalog take them. */
function byKind(
  entries: readonly TeamEntry[],
): ReadonlyMap<EntryKind, PlacedEntry<{ readonly id: string }>[]> {
  return new Map(
    TEAM_KINDS.map((kind) => [
      kind,
      entries
        .filter((entry) => entry.kind === kind)
        .map(({ index, id, given }) => ({ index, entry: { ...given, id } })),
    ]),
  );
}
