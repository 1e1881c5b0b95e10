import type { Catalog } from './catalog';
import data from './catalog.generated.json';
import { catalogOf, type CatalogEntries } from './entries';

let catalog: Catalog | undefined;

/**
 * The catalog that ships with the product, made on first use. The file is written by `catalog:compile` after the full
 * check, from the checked entries; checking them again in every process and worker would only cost time.
 */
export function builtInCatalog(): Catalog {
  // The compiler infers a type from the JSON text in which, for example, a status is any string.
  catalog ??= catalogOf(data as unknown as CatalogEntries);
  return catalog;
}
