import type { FileFacts } from '../facts/located-facts';
import type { KnownParts } from '../openness/known-parts';
import type { Inventory } from './inventory';
import { InventoryBuilder } from './inventory-builder';

/**
 * Joins what the files of a workspace tell into one inventory. The order of the files does not matter.
 *
 * @param known what is publicly known of models, services and libraries; without it their openness is unknown
 */
export function makeInventory(files: readonly FileFacts[], known?: KnownParts): Inventory {
  const builder = new InventoryBuilder(known);
  for (const { path, ...facts } of files) builder.set(path, facts);
  return builder.inventory();
}
