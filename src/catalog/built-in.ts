import type { CoreCatalog } from './core';
import data from './core.generated.json';
import { unpackCore } from './packed-core';

let catalog: CoreCatalog | undefined;

/**
 * The core of the catalog that ships with the product, made on first use. The file is written by `catalog:compile` after
 * the full check; checking it again in every process and worker would only cost time.
 */
export function builtInCatalog(): CoreCatalog {
  catalog ??= unpackCore(data);
  return catalog;
}
