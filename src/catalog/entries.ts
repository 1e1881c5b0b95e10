import type * as v from 'valibot';
import type { Catalog, Guide } from './catalog';
import { ENTRY_KINDS, type EntryKind } from './entry-kinds';
import type { CATALOG_KINDS, CatalogKind } from './kinds';

/** The lists of a catalog after the schema check, with what was left out filled in. */
export type CatalogEntries = {
  readonly [K in CatalogKind]: readonly v.InferOutput<(typeof CATALOG_KINDS)[K]>[];
};

/** The lists that people look things up in. */
export type GuideEntries = Pick<CatalogEntries, EntryKind | 'synonyms'>;

/** Gives entries that were checked before the form in which they are looked up. */
export function catalogOf(entries: CatalogEntries): Catalog {
  return { ...guideOf(entries), apis: entries.apis, secrets: entries.secrets };
}

/** As {@link catalogOf}, without the knowledge of libraries. */
export function guideOf(entries: GuideEntries): Guide {
  const maps = Object.fromEntries(
    ENTRY_KINDS.map((kind) => [kind, byId<{ readonly id: string }>(entries[kind])]),
  );
  // TypeScript cannot tie a key to its list through Object.fromEntries.
  return { ...(maps as unknown as Guide), synonyms: entries.synonyms };
}

/** Entries by their id, in their order. */
export function byId<T extends { readonly id: string }>(entries: readonly T[]): ReadonlyMap<string, T> {
  return new Map(entries.map((entry) => [entry.id, entry]));
}
