import type { Budget } from '../../budget';
import type { ByteSource } from '../../bytes/byte-source';

const BLOCK = 64 * 1024;
/** A text that is kept; of a longer one the end is dropped. */
const MAX_TEXT = 1024 * 1024;

/** The file contradicts itself at a place, and cannot be read on from there. */
export class GgufProblem extends Error {
  constructor(
    message: string,
    readonly offset: number,
  ) {
    super(message);
  }
}

/** Reads numbers and texts one after the other, in the byte order of the file. */
export class GgufCursor {
  at = 0;
  #block: DataView = new DataView(new ArrayBuffer(0));
  #start = 0;

  constructor(
    private readonly source: ByteSource,
    private readonly budget: Budget,
    private readonly little: boolean,
  ) {}

  u8(): number {
    return this.#take(1).getUint8(0);
  }

  u32(): number {
    return this.#take(4).getUint32(0, this.little);
  }

  /** Exact up to 2^53; what is larger is larger than any file. */
  u64(): number {
    return Number(this.#take(8).getBigUint64(0, this.little));
  }

  /** A number of the file's type `type`, as it is shown; undefined when it is no number. */
  scalar(type: number): number | bigint | boolean | undefined {
    const { little } = this;
    switch (type) {
      case 0:
        return this.u8();
      case 1:
        return this.#take(1).getInt8(0);
      case 2:
        return this.#take(2).getUint16(0, little);
      case 3:
        return this.#take(2).getInt16(0, little);
      case 4:
        return this.u32();
      case 5:
        return this.#take(4).getInt32(0, little);
      case 6:
        return Number(this.#take(4).getFloat32(0, little).toPrecision(7));
      case 7:
        return this.u8() !== 0;
      case 10:
        return this.#take(8).getBigUint64(0, little);
      case 11:
        return this.#take(8).getBigInt64(0, little);
      case 12:
        return this.#take(8).getFloat64(0, little);
      default:
        return undefined;
    }
  }

  /** Bytes of a text of `length`, as many as are kept. */
  bytes(length: number): Uint8Array {
    const start = this.at;
    this.skip(length);
    return new Uint8Array(this.source.read(start, Math.min(length, MAX_TEXT)));
  }

  /** @throws GgufProblem when there are not that many bytes */
  skip(length: number): void {
    if (length > this.source.size - this.at) {
      throw new GgufProblem(
        `${length} bytes are announced, and the file has ${this.source.size - this.at} more`,
        this.at,
      );
    }
    this.at += length;
  }

  #take(length: number): DataView {
    const start = this.at;
    this.skip(length);
    if (start < this.#start || this.at > this.#start + this.#block.byteLength) {
      if (this.budget.expired) throw new GgufProblem('the time is up', start);
      // A copy: the source may use its array again.
      const bytes = new Uint8Array(this.source.read(start, BLOCK));
      this.budget.take('bytes', bytes.length);
      this.#block = new DataView(bytes.buffer);
      this.#start = start;
    }
    return new DataView(this.#block.buffer, start - this.#start, length);
  }
}
