import type { Budget } from '../../budget';
import type { ByteSource } from '../byte-source';
import { CodecError } from './codec';

const BLOCK = 64 * 1024;

/** Bytes of a source one after the other, as a decompressor takes them. */
export class Feed {
  private block: Uint8Array = new Uint8Array(0);
  private base = 0;
  private at = 0;

  constructor(
    private readonly source: ByteSource,
    private readonly budget: Budget,
  ) {}

  /** How many bytes were taken. */
  get position(): number {
    return this.base + this.at;
  }

  get ended(): boolean {
    return this.position >= this.source.size || this.budget.expired;
  }

  /** @throws CodecError at the end */
  byte(): number {
    if (this.at >= this.block.length && !this.fill()) throw new CodecError('its compressed data ends early');
    return this.block[this.at++] as number;
  }

  /** @throws CodecError when there are fewer */
  bytes(length: number): Uint8Array {
    const result = new Uint8Array(length);
    for (let filled = 0; filled < length;) {
      if (this.at >= this.block.length && !this.fill())
        throw new CodecError('its compressed data ends early');
      const part = this.block.subarray(this.at, this.at + length - filled);
      result.set(part, filled);
      filled += part.length;
      this.at += part.length;
    }
    return result;
  }

  /** Whatever is there next, up to `length` bytes, to be kept; undefined at the end. */
  chunk(length: number): Uint8Array | undefined {
    if (this.at >= this.block.length && !this.fill()) return undefined;
    const piece = this.block.slice(this.at, this.at + length);
    this.at += piece.length;
    return piece;
  }

  /** Gives back the last `length` bytes, which must have come with the last piece. */
  back(length: number): void {
    this.at = Math.max(0, this.at - length);
  }

  u32(): number {
    return (this.byte() | (this.byte() << 8) | (this.byte() << 16) | (this.byte() << 24)) >>> 0;
  }

  skip(length: number): void {
    for (let left = length; left > 0; left--) this.byte();
  }

  private fill(): boolean {
    this.base += this.block.length;
    this.at = 0;
    // A source may reuse its array.
    this.block = this.budget.expired ? new Uint8Array(0) : this.source.read(this.base, BLOCK).slice();
    this.budget.take('bytes', this.block.length);
    return this.block.length > 0;
  }
}
