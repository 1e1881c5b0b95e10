import { CodecError, DAMAGED } from './codec';
import type { Feed } from './feed';

const TOP = 0x1000000;
const FULL = 0xffffffff;
/** Probabilities have eleven bits; each begins at one half. */
const ONE = 2048;
export const EVEN = ONE / 2;
const SHIFT = 5;

/** The arithmetic decoder of LZMA: https://www.7-zip.org/sdk.html (lzma-specification.txt). */
export class RangeDecoder {
  private range = FULL;
  private code = 0;

  constructor(private readonly feed: Feed) {}

  /** Begins anew, with five bytes. @throws CodecError when they cannot be such */
  start(): void {
    if (this.feed.byte() !== 0) throw new CodecError(DAMAGED);
    this.range = FULL;
    this.code = 0;
    for (let count = 0; count < 4; count++) this.code = ((this.code << 8) | this.feed.byte()) >>> 0;
  }

  bit(probabilities: Uint16Array, index: number): number {
    const probability = probabilities[index] as number;
    const bound = (this.range >>> 11) * probability;
    let bit: number;
    if (this.code < bound) {
      this.range = bound;
      probabilities[index] = probability + ((ONE - probability) >> SHIFT);
      bit = 0;
    } else {
      this.range = this.range - bound;
      this.code = this.code - bound;
      probabilities[index] = probability - (probability >> SHIFT);
      bit = 1;
    }
    if (this.range < TOP) this.normalise();
    return bit;
  }

  /** Bits that are as likely as not. */
  direct(count: number): number {
    let value = 0;
    for (let left = count; left > 0; left--) {
      this.range = this.range >>> 1;
      const set = this.code >= this.range;
      if (set) this.code -= this.range;
      value = value * 2 + (set ? 1 : 0);
      if (this.range < TOP) this.normalise();
    }
    return value;
  }

  /** A number of `width` bits, the highest first; its probabilities begin at `base`. */
  tree(probabilities: Uint16Array, base: number, width: number): number {
    let node = 1;
    for (let left = width; left > 0; left--) node = (node << 1) | this.bit(probabilities, base + node);
    return node - (1 << width);
  }

  /** The same, the lowest bit first. */
  reverseTree(probabilities: Uint16Array, base: number, width: number): number {
    let node = 1;
    let value = 0;
    for (let at = 0; at < width; at++) {
      const bit = this.bit(probabilities, base + node);
      node = (node << 1) | bit;
      value |= bit << at;
    }
    return value;
  }

  private normalise(): void {
    this.range = (this.range << 8) >>> 0;
    this.code = ((this.code << 8) | this.feed.byte()) >>> 0;
  }
}
