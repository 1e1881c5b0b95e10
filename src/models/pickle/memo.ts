import type { Budget } from '../budget';
import { isObject, type Unknown, type Value } from './values';

const FORGOTTEN: Unknown = { kind: 'unknown', why: 'no longer kept' };
/** Beyond so many, only texts and imports are kept: they are what names and calls are made of. */
const KEPT_OBJECTS = 500_000;

/** The memo of a pickle. Most are written in order, for which an array is much faster than a map. */
export class Memo {
  readonly #dense: Value[] = [];
  readonly #sparse = new Map<number, Value>();

  constructor(private readonly budget: Budget) {}

  get size(): number {
    return this.#dense.length + this.#sparse.size;
  }

  /** False when there is no room for more. */
  set(index: number, value: Value): boolean {
    const kept =
      this.size < KEPT_OBJECTS || !isObject(value) || value.kind === 'imported' ? value : FORGOTTEN;
    if (index < this.#dense.length) {
      this.#dense[index] = kept;
    } else if (this.size >= this.budget.limits.memo) {
      this.budget.tell('memo');
      return false;
    } else if (index === this.#dense.length && this.#sparse.size === 0) {
      this.#dense.push(kept);
    } else {
      this.#sparse.set(index, kept);
    }
    return true;
  }

  /** Undefined when nothing was put there. */
  get(index: number): Value | undefined {
    return index < this.#dense.length ? this.#dense[index] : this.#sparse.get(index);
  }
}
