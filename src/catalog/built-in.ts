import type { Catalog } from './catalog';
import data from './catalog.generated.json';
import { loadCatalog } from './load';

let catalog: Catalog | undefined;

/**
 * The catalog that ships with the product, loaded on first use.
 *
 * @throws CatalogError never in a build that came from `catalog:compile`, which makes the same check
 */
export function builtInCatalog(): Catalog {
  catalog ??= loadCatalog(data);
  return catalog;
}
