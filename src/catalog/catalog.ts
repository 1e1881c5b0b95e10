import type * as v from 'valibot';
import type { EntryKind } from './entry-kinds';
import type { ENTRY_SCHEMAS } from './kinds';
import type { Api } from './schema/api';
import type { Synonym } from './schema/framework';
import type { SecretFormat } from './schema/secret';

/** An entry of one kind. */
export type EntryOf<K extends EntryKind> = v.InferOutput<(typeof ENTRY_SCHEMAS)[K]>;

/** What the libraries that rules look for do, and how keys of providers look. */
export interface Knowledge {
  readonly apis: readonly Api[];
  readonly secrets: readonly SecretFormat[];
}

/** What people look up: every kind of entry by id, every reference resolved. */
export type Guide = { readonly [K in EntryKind]: ReadonlyMap<string, EntryOf<K>> } & {
  readonly synonyms: readonly Synonym[];
};

/** The catalog after loading: every list checked against its schema. */
export type Catalog = Guide & Knowledge;
