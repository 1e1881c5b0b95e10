import data from '../../catalog/pickle-globals.generated.json';
import type { PickleGlobal } from '../../catalog/schema/pickle-global';
import { GlobalIndex } from './global-index';

let index: GlobalIndex | undefined;

/** The index of the names that ship with the product, made on first use. `catalog:compile` has checked them. */
export function builtInGlobals(): GlobalIndex {
  // The compiler infers a type from the JSON text in which a verdict is any string.
  return (index ??= new GlobalIndex(data.pickleGlobals as unknown as readonly PickleGlobal[]));
}
