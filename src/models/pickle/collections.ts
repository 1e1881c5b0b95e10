import { isTensor } from './torch-tensors';
import { KEPT_ITEMS, type Mapping, type Sequence, type Value } from './values';

/** Tensors that are kept by name in one pickle, beyond what is kept of any collection. */
const KEPT_TENSORS = 20_000;

/** Fills the lists and dictionaries of one pickle, as far as they are kept. */
export class Collections {
  #tensors = 0;

  add(target: Sequence, items: readonly Value[]): void {
    const room = KEPT_ITEMS - target.items.length;
    if (room > 0) target.items.push(...items.slice(0, room));
    target.length += items.length;
  }

  /** @param items keys and values in turn */
  addPairs(target: Mapping, items: readonly Value[]): Mapping {
    this.keepPairs(target.entries, items);
    target.length += items.length >> 1;
    return target;
  }

  keepPairs(entries: [Value, Value][], items: readonly Value[]): void {
    for (let at = 0; at + 1 < items.length; at += 2) {
      const value = items[at + 1] as Value;
      const isKept = entries.length < KEPT_ITEMS || (this.#tensors < KEPT_TENSORS && isTensor(value));
      if (!isKept) continue;
      if (entries.length >= KEPT_ITEMS) this.#tensors++;
      entries.push([items[at] as Value, value]);
    }
  }
}
