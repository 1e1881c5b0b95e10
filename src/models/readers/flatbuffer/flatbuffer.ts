import type { ByteSource } from '../../bytes/byte-source';
import { u16, u32 } from '../../bytes/numbers';

const MAX_TEXT = 64 * 1024;
const MAX_ITEMS = 1_000_000;

/** A table of a FlatBuffer: fields by number. See https://flatbuffers.dev/internals/. Places that lead out of the file hold nothing. */
export class FlatTable {
  readonly #vtable: Uint8Array;

  constructor(
    private readonly source: ByteSource,
    readonly start: number,
  ) {
    const at = start - (u32(source.read(start, 4), 0) | 0);
    const size = at >= 0 && start >= 0 && start < source.size ? u16(source.read(at, 2), 0) : 0;
    this.#vtable = source.read(at, Math.min(size, 2048)).slice();
  }

  /** The table that a file begins with. */
  static root(source: ByteSource): FlatTable {
    return new FlatTable(source, u32(source.read(0, 4), 0));
  }

  has(field: number): boolean {
    return this.#at(field) !== undefined;
  }

  /** A number of `size` bytes. */
  number(field: number, size: 1 | 4, otherwise = 0): number {
    const at = this.#at(field);
    if (at === undefined) return otherwise;
    const bytes = this.source.read(at, size);
    return size === 1 ? (bytes[0] ?? otherwise) : u32(bytes, 0) | 0;
  }

  text(field: number): string {
    const vector = this.#vector(field, 1);
    return vector
      ? new TextDecoder().decode(this.source.read(vector.start, Math.min(vector.count, MAX_TEXT)))
      : '';
  }

  table(field: number): FlatTable | undefined {
    const at = this.#at(field);
    return at === undefined ? undefined : new FlatTable(this.source, at + u32(this.source.read(at, 4), 0));
  }

  *tables(field: number): Generator<FlatTable> {
    const vector = this.#vector(field, 4);
    for (let index = 0; vector && index < vector.count; index++) {
      const at = vector.start + 4 * index;
      yield new FlatTable(this.source, at + u32(this.source.read(at, 4), 0));
    }
  }

  /** 32-bit numbers of a vector. */
  numbers(field: number, most = 32): number[] {
    const vector = this.#vector(field, 4);
    if (!vector) return [];
    const count = Math.min(vector.count, most);
    const bytes = this.source.read(vector.start, 4 * count);
    return Array.from({ length: count }, (_, index) => u32(bytes, 4 * index) | 0);
  }

  #at(field: number): number | undefined {
    const place = 4 + 2 * field;
    if (place + 2 > this.#vtable.length) return undefined;
    const offset = u16(this.#vtable, place);
    return offset === 0 || this.start + offset >= this.source.size ? undefined : this.start + offset;
  }

  /** Where a vector begins, and how many items of `size` bytes the file has room for. */
  #vector(field: number, size: number): { readonly start: number; readonly count: number } | undefined {
    const at = this.#at(field);
    if (at === undefined) return undefined;
    const head = at + u32(this.source.read(at, 4), 0);
    if (head + 4 > this.source.size) return undefined;
    const count = u32(this.source.read(head, 4), 0);
    return {
      start: head + 4,
      count: Math.min(count, MAX_ITEMS, Math.floor((this.source.size - head - 4) / size)),
    };
  }
}
