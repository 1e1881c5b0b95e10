import type { Bytes } from './values';

/** A pickle that does something has a name in it; the data of an array is longer than what is searched. */
const SHORTEST = 8;
const LONGEST = 1024 * 1024;
const MAX_STRINGS = 2000;
const MAX_BYTES = 16 * 1024 * 1024;

/** The byte strings of a pickle that may hold another one. */
export class ByteStrings {
  readonly #found: Bytes[] = [];
  #size = 0;

  get all(): readonly Bytes[] {
    return this.#found;
  }

  add(bytes: Bytes): void {
    if (bytes.length < SHORTEST || bytes.length > LONGEST) return;
    if (this.#found.length >= MAX_STRINGS || this.#size + bytes.length > MAX_BYTES) return;
    this.#size += bytes.length;
    this.#found.push(bytes);
  }
}
