import type { CoreCatalog } from './core';
import data from './core.generated.json';
import { byId } from './entries';

let catalog: CoreCatalog | undefined;

/**
 * The core of the catalog that ships with the product, made on first use. The file is written by `catalog:compile` after
 * the full check; checking it again in every process and worker would only cost time.
 */
export function builtInCatalog(): CoreCatalog {
  if (catalog) return catalog;
  const { apis, secrets, ...entries } = data;
  const maps = Object.entries(entries as Record<string, { readonly id: string }[]>).map(
    ([kind, list]) => [kind, byId(list)] as const,
  );
  // The compiler infers a type from the JSON text in which, for example, a status is any string.
  catalog = { ...Object.fromEntries(maps), apis, secrets } as unknown as CoreCatalog;
  return catalog;
}
