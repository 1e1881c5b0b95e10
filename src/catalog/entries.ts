import type * as v from 'valibot';
import type { Catalog } from './catalog';
import type { CATALOG_KINDS, CatalogKind } from './kinds';

export type EntryOf<K extends CatalogKind> = v.InferOutput<(typeof CATALOG_KINDS)[K]>;

/** The lists of a catalog after the schema check, with what was left out filled in. */
export type CatalogEntries = { readonly [K in CatalogKind]: readonly EntryOf<K>[] };

/** Gives entries that were checked before the form in which they are looked up. */
export function catalogOf(entries: CatalogEntries): Catalog {
  return {
    lifecycles: byId(entries.lifecycles),
    stages: byId(entries.stages),
    risks: byId(entries.risks),
    weaknesses: byId(entries.weaknesses),
    techniques: byId(entries.techniques),
    controls: byId(entries.controls),
    roles: byId(entries.roles),
    tools: byId(entries.tools),
    apis: entries.apis,
    secrets: entries.secrets,
  };
}

function byId<T extends { readonly id: string }>(entries: readonly T[]): ReadonlyMap<string, T> {
  return new Map(entries.map((entry) => [entry.id, entry]));
}
