import type { Inventory } from '../inventory/inventory';
import type { PartKind } from '../inventory/part-kind';

const HASHED: ReadonlySet<PartKind> = new Set([
  'model',
  'adapter',
  'tokenizer',
  'embedding-model',
  'dataset',
  'vector-store',
]);

/** Names of the parts that may be files of the workspace; of those that are, a bill can state the hash. */
export function hashedPaths({ parts }: Inventory): readonly string[] {
  const names = parts
    .filter(({ kind, origin }) => origin === 'local' && HASHED.has(kind))
    .map(({ name }) => name);
  return [...new Set(names)];
}
