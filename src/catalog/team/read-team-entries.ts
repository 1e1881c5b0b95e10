import type { CatalogProblem, DataPath } from '../problem';
import { isFields, type TeamEntry } from './team-entry';
import { isTeamKind, TEAM_KINDS, type TeamKind } from './team-schemas';

/** Entries that one project file can hold. */
export const MAX_TEAM_ENTRIES = 500;

/** Characters of one text. */
export const MAX_TEAM_TEXT = 5_000;

/** Ids become parts of links and of references with their kind. */
const ID = /^[A-Za-z0-9][\w.:/-]{0,99}$/u;

export interface ReadTeamEntries {
  readonly entries: readonly TeamEntry[];
  readonly problems: readonly CatalogProblem[];
}

/**
 * The entries below the key `catalog` of a project file, as far as they have the form of entries. What is in them is not
 * looked at, except that ids are different and no text is endless.
 *
 * @param data anything; nothing at all is an empty catalog
 */
export function readTeamEntries(data: unknown): ReadTeamEntries {
  const problems: CatalogProblem[] = [];
  const entries: TeamEntry[] = [];
  const items = itemsOf(data, problems);
  const taken = new Set<string>();
  for (const { kind, index, item } of items.slice(0, MAX_TEAM_ENTRIES)) {
    const found = problemsOf(item, [kind, index]);
    const id = isFields(item) ? item['id'] : undefined;
    if (found.length === 0 && taken.has(`${kind}/${String(id)}`)) {
      found.push({ path: [kind, index, 'id'], message: `the id "${String(id)}" stands twice in ${kind}` });
    }
    taken.add(`${kind}/${String(id)}`);
    problems.push(...found);
    if (found.length === 0 && isFields(item)) entries.push({ kind, index, id: String(id), given: item });
  }
  const first = items[MAX_TEAM_ENTRIES];
  if (first) {
    const path = [first.kind, first.index];
    problems.push({ path, message: `only ${MAX_TEAM_ENTRIES} entries are read; the rest is left out` });
  }
  return { entries, problems };
}

interface Item {
  readonly kind: TeamKind;
  readonly index: number;
  readonly item: unknown;
}

function itemsOf(data: unknown, problems: CatalogProblem[]): Item[] {
  if (data === undefined || data === null) return [];
  if (!isFields(data)) {
    problems.push({ path: [], message: 'expected a mapping from kind to list, such as "controls:"' });
    return [];
  }
  return Object.entries(data).flatMap(([kind, list]) => {
    if (!isTeamKind(kind)) {
      const known = TEAM_KINDS.join(', ');
      problems.push({ path: [kind], message: `unknown kind "${kind}"; known are ${known}`, atKey: true });
      return [];
    }
    if (list === null || list === undefined) return [];
    if (!Array.isArray(list)) {
      problems.push({ path: [kind], message: `"${kind}" must be a list` });
      return [];
    }
    return list.map((item: unknown, index) => ({ kind, index, item }));
  });
}

function problemsOf(item: unknown, path: DataPath): CatalogProblem[] {
  if (!isFields(item)) return [{ path, message: 'expected a mapping with an id' }];
  const { id } = item;
  if (id === undefined) return [{ path, message: 'the key "id" is missing' }];
  if (typeof id !== 'string' || !ID.test(id)) {
    const message = 'an id is made of letters, digits and . _ : / - and begins with a letter or digit';
    return [{ path: [...path, 'id'], message }];
  }
  return tooLong(item, path);
}

function tooLong(value: unknown, path: DataPath): CatalogProblem[] {
  if (typeof value === 'string') {
    return value.length <= MAX_TEAM_TEXT
      ? []
      : [{ path, message: `must not be longer than ${MAX_TEAM_TEXT} characters` }];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) =>
    tooLong(part, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}
