import type { Catalog, EntryOf, Knowledge } from './catalog';

/**
 * The part of the catalog that findings are made and told with. It is small enough to be part of every bundle; the rest
 * lies beside them in a file of its own. A whole catalog is a core catalog too.
 */
export type CoreCatalog = Knowledge & {
  readonly [K in keyof typeof CORE_FIELDS]: ReadonlyMap<string, CoreEntry<K>>;
};

/** What the core keeps of each kind. */
export const CORE_FIELDS = {
  stages: ['id', 'title', 'lifecycle', 'number', 'signals'],
  risks: ['id', 'title', 'label', 'framework', 'edition', 'links'],
  weaknesses: ['id', 'title', 'links'],
} as const satisfies { readonly [K in keyof Partial<Catalog>]: readonly string[] };

export type CoreKind = keyof typeof CORE_FIELDS;

export type CoreEntry<K extends CoreKind> = Pick<
  EntryOf<K>,
  (typeof CORE_FIELDS)[K][number] & keyof EntryOf<K>
>;
