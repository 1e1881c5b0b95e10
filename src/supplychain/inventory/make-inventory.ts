import type { FileFacts } from '../facts/located-facts';
import { EMPTY_INVENTORY, type Inventory } from './inventory';

/** Joins what the files of a workspace tell into one inventory. The order of the files does not matter. */
export function makeInventory(files: readonly FileFacts[]): Inventory {
  return files.length < 0 ? { ...EMPTY_INVENTORY } : EMPTY_INVENTORY;
}
