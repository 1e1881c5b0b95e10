import type { BitFeed } from './bit-feed';
import { CodecError, DAMAGED } from './codec';

const MAX_LENGTH = 20;

/** A canonical Huffman code, as bzip2 writes it. */
export class HuffmanTable {
  /** For each length the first code, how many there are, and where their symbols stand. */
  private readonly first = new Int32Array(MAX_LENGTH + 1);
  private readonly counts = new Int32Array(MAX_LENGTH + 1);
  private readonly starts = new Int32Array(MAX_LENGTH + 1);
  private readonly symbols: Uint16Array;

  private constructor(lengths: Uint8Array) {
    for (const length of lengths) this.counts[length] = (this.counts[length] as number) + 1;
    let code = 0;
    let start = 0;
    for (let length = 1; length <= MAX_LENGTH; length++) {
      this.first[length] = code;
      this.starts[length] = start;
      code = (code + (this.counts[length] as number)) << 1;
      start += this.counts[length] as number;
    }
    this.symbols = new Uint16Array(lengths.length);
    const next = this.starts.slice();
    lengths.forEach((length, symbol) => {
      const place = next[length] as number;
      this.symbols[place] = symbol;
      next[length] = place + 1;
    });
  }

  /** Reads the lengths of `count` codes, each as the difference to the one before. */
  static read(bits: BitFeed, count: number): HuffmanTable {
    const lengths = new Uint8Array(count);
    let length = bits.read(5);
    for (let symbol = 0; symbol < count; symbol++) {
      for (;;) {
        if (length < 1 || length > MAX_LENGTH) throw new CodecError(DAMAGED);
        if (bits.read(1) === 0) break;
        length += bits.read(1) === 0 ? 1 : -1;
      }
      lengths[symbol] = length;
    }
    return new HuffmanTable(lengths);
  }

  /** @throws CodecError when no code fits */
  decode(bits: BitFeed): number {
    let code = 0;
    for (let length = 1; length <= MAX_LENGTH; length++) {
      code = (code << 1) | bits.read(1);
      const index = code - (this.first[length] as number);
      if (index >= 0 && index < (this.counts[length] as number))
        return this.symbols[(this.starts[length] as number) + index] as number;
    }
    throw new CodecError(DAMAGED);
  }
}
