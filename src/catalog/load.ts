import * as v from 'valibot';
import type { Catalog } from './catalog';
import { lifecycleOrder, oneSidedReferences } from './consistency';
import { catalogOf, type CatalogEntries } from './entries';
import { parseEntryRef } from './entry-ref';
import { brokenPatterns, repeatedApis } from './knowledge-problems';
import { ENTRY_KINDS, type EntryKind } from './entry-kinds';
import { CATALOG_KINDS, isCatalogKind, type CatalogKind } from './kinds';
import { CatalogError, type CatalogProblem } from './problem';
import { collectReferences, danglingReferences, malformedReferences, type PlacedEntry } from './references';
import type { Lifecycle, Stage } from './schema/lifecycle';
import { describeIssue } from './schema-problem';

/**
 * Checks catalog data and gives the catalog.
 *
 * @throws CatalogError as `checkCatalog`
 */
export function loadCatalog(data: unknown): Catalog {
  return catalogOf(checkCatalog(data));
}

/**
 * Checks catalog data against its schema and its own references.
 *
 * @returns the entries as they came, except that stages stand in the order of their lifecycles
 * @param data an object with a list for each kind (`{ stages: [...], risks: [...] }`); a missing list counts as empty
 * @throws CatalogError with all problems: schema, duplicate ids, references to nothing, references not returned
 */
export function checkCatalog(data: unknown): CatalogEntries {
  const problems: CatalogProblem[] = [];
  const lists = listsOf(data, problems);
  const read = <K extends CatalogKind>(kind: K): PlacedEntry<CatalogEntries[K][number]>[] =>
    readEntries(kind, lists.get(kind) ?? [], problems);
  const placed = mapKinds(read);

  const linked = new Map(
    ENTRY_KINDS.map((kind): [EntryKind, PlacedEntry<{ readonly id: string }>[]] => [kind, placed[kind]]),
  );
  // One mistake gives one message: an entry that failed its schema exists, but is not asked what it names.
  const declared = declaredIds(lists, problems);
  const valid = new Set(
    [...linked].flatMap(([kind, list]) => list.map(({ entry }) => `${kind}:${entry.id}`)),
  );
  const references = collectReferences(linked);
  problems.push(
    ...malformedReferences(linked),
    ...danglingReferences(references, (kind, id) => declared.has(`${kind}:${id}`)),
    ...oneSidedReferences(references.filter(({ to }) => valid.has(`${to.kind}:${to.id}`))),
    ...lifecycleOrder(placed.lifecycles, placed.stages),
    ...foreignFrameworks(placed),
    ...danglingSynonyms(placed.synonyms, declared),
    ...repeatedApis(placed.apis),
    ...brokenPatterns(placed.secrets),
  );
  if (problems.length > 0) throw new CatalogError(problems);

  const entries = mapKinds((kind) => placed[kind].map(({ entry }) => entry)) as unknown as CatalogEntries;
  return { ...entries, stages: inLifecycleOrder(entries.stages, entries.lifecycles) };
}

type Placed = { readonly [K in CatalogKind]: PlacedEntry<CatalogEntries[K][number]>[] };

/** An object with the value `make` gives for each kind. */
function mapKinds(make: (kind: CatalogKind) => unknown): Placed {
  // TypeScript cannot tie a key to its value through Object.fromEntries.
  return Object.fromEntries(
    (Object.keys(CATALOG_KINDS) as CatalogKind[]).map((kind) => [kind, make(kind)]),
  ) as unknown as Placed;
}

/** The part of an id before the colon is the framework the entry belongs to. */
function foreignFrameworks({ risks, frameworks }: Placed): CatalogProblem[] {
  const known = new Set(frameworks.map(({ entry }) => entry.id));
  return risks.flatMap(({ entry, index }) => {
    const framework = entry.id.split(':')[0] ?? '';
    return known.has(framework)
      ? []
      : [{ path: ['risks', index, 'id'], message: `"${framework}" is not in the catalog's frameworks` }];
  });
}

function danglingSynonyms(synonyms: Placed['synonyms'], declared: ReadonlySet<string>): CatalogProblem[] {
  return synonyms.flatMap(({ entry, index }) =>
    entry.entries.flatMap((ref, at) => {
      const target = parseEntryRef(ref);
      if (target && declared.has(`${target.kind}:${target.id}`)) return [];
      return [{ path: ['synonyms', index, 'entries', at], message: `"${ref}" is not in the catalog` }];
    }),
  );
}

function listsOf(data: unknown, problems: CatalogProblem[]): Map<CatalogKind, readonly unknown[]> {
  const lists = new Map<CatalogKind, readonly unknown[]>();
  if (typeof data !== 'object' || data === null || Array.isArray(data)) {
    problems.push({ path: [], message: 'a catalog is a mapping from kind to list' });
    return lists;
  }
  for (const [key, list] of Object.entries(data as Readonly<Record<string, unknown>>)) {
    if (!isCatalogKind(key)) {
      const kinds = Object.keys(CATALOG_KINDS).join(', ');
      problems.push({ path: [key], message: `unknown kind "${key}"; known are ${kinds}`, atKey: true });
    } else if (!Array.isArray(list)) {
      problems.push({ path: [key], message: `"${key}" must be a list` });
    } else {
      lists.set(key, list);
    }
  }
  return lists;
}

function readEntries<K extends CatalogKind>(
  kind: K,
  list: readonly unknown[],
  problems: CatalogProblem[],
): PlacedEntry<CatalogEntries[K][number]>[] {
  // TypeScript cannot tie the schema to K through an index access; the schema's own output is what EntryOf names.
  const schema = CATALOG_KINDS[kind] as v.GenericSchema<unknown, CatalogEntries[K][number]>;
  return list.flatMap((item, index) => {
    const result = v.safeParse(schema, item);
    if (result.success) return [{ index, entry: result.output }];
    problems.push(...result.issues.map((issue) => describeIssue(issue, [kind, index])));
    return [];
  });
}

/** Ids in use as `kind:id`; adds a problem for each id given twice. API knowledge has no ids. */
function declaredIds(
  lists: ReadonlyMap<CatalogKind, readonly unknown[]>,
  problems: CatalogProblem[],
): ReadonlySet<string> {
  const declared = new Set<string>();
  for (const [kind, list] of lists) {
    list.forEach((item, index) => {
      if (typeof item !== 'object' || item === null || !('id' in item) || typeof item.id !== 'string') return;
      const key = `${kind}:${item.id}`;
      if (declared.has(key)) {
        problems.push({
          path: [kind, index, 'id'],
          message: `the id "${item.id}" is already taken in ${kind}`,
        });
      }
      declared.add(key);
    });
  }
  return declared;
}

function inLifecycleOrder(stages: readonly Stage[], lifecycles: readonly Lifecycle[]): Stage[] {
  const place = new Map(lifecycles.flatMap((lifecycle) => lifecycle.stages).map((id, index) => [id, index]));
  return [...stages].sort((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0));
}
