import { Gunzip, Inflate, Unzlib } from 'fflate';
import type { Budget } from '../budget';
import type { ByteSource } from './byte-source';
import { crc32 } from './crc32';

export type Compression = 'deflate' | 'zlib' | 'gzip';

const INPUT = 64 * 1024;
/** Up to this size the whole is kept; of more only a window, which is filled again when somebody reads backwards. */
const KEPT = 16 * 1024 * 1024;
const WINDOW = 1024 * 1024;
/** Growth before this many bytes says nothing. */
const FREE = 1024 * 1024;

/** Bytes that are stored compressed, as far as the budget lets them grow. */
export class InflateSource implements ByteSource {
  readonly size: number;
  /** Checksum of all bytes. */
  readonly crc: number;
  /** Why not all of it could be inflated. */
  readonly problem: string | undefined;
  readonly #kept: Uint8Array | undefined;
  #flow: Flow | undefined;

  constructor(
    private readonly input: ByteSource,
    private readonly compression: Compression,
    private readonly budget: Budget,
  ) {
    // A first pass tells how large it really is; what the file claims is not to be believed.
    const flow = new Flow(input, compression, budget);
    const chunks: Uint8Array[] = [];
    let crc = 0;
    let size = 0;
    for (let chunk = flow.next(); chunk; chunk = flow.next()) {
      crc = crc32(chunk, crc);
      size += chunk.length;
      if (size <= KEPT) chunks.push(chunk);
      else chunks.length = 0;
    }
    this.size = size;
    this.crc = crc;
    this.problem = flow.problem;
    if (size <= KEPT) this.#kept = joined(chunks, size);
  }

  read(offset: number, length: number): Uint8Array {
    if (this.#kept) return this.#kept.subarray(offset, offset + length);
    if (!this.#flow || offset < this.#flow.start)
      this.#flow = new Flow(this.input, this.compression, this.budget);
    return this.#flow.read(offset, Math.min(length, this.size - offset));
  }
}

/** One pass over the inflated bytes. */
class Flow {
  /** Offset of the window's first byte. */
  start = 0;
  problem: string | undefined;
  #window: Uint8Array = new Uint8Array(0);
  #read = 0;
  #grown = 0;
  #ended = false;
  readonly #out: Uint8Array[] = [];
  readonly #inflate: Inflate | Gunzip | Unzlib;

  constructor(
    private readonly input: ByteSource,
    compression: Compression,
    private readonly budget: Budget,
  ) {
    const take = (chunk: Uint8Array): void => void this.#out.push(chunk);
    this.#inflate =
      compression === 'gzip'
        ? new Gunzip(take)
        : compression === 'zlib'
          ? new Unzlib(take)
          : new Inflate(take);
  }

  next(): Uint8Array | undefined {
    for (;;) {
      const chunk = this.#out.shift();
      if (chunk === undefined) {
        if (this.#ended) return undefined;
        this.#feed();
      } else if (chunk.length > 0) {
        return this.#mayGrow(chunk.length) ? chunk : undefined;
      }
    }
  }

  read(offset: number, length: number): Uint8Array {
    while (this.start + this.#window.length < offset + length) {
      const chunk = this.next();
      if (!chunk) break;
      const drop = Math.max(0, Math.min(this.#window.length, offset - this.start - WINDOW));
      this.#window = joined([this.#window.subarray(drop), chunk], this.#window.length - drop + chunk.length);
      this.start += drop;
    }
    return this.#window.subarray(Math.max(0, offset - this.start), Math.max(0, offset - this.start + length));
  }

  #feed(): void {
    const bytes = this.input.read(this.#read, INPUT);
    this.#read += bytes.length;
    this.budget.take('bytes', bytes.length);
    this.#ended = bytes.length === 0 || this.#read >= this.input.size || this.budget.expired;
    try {
      // fflate keeps what it is given.
      this.#inflate.push(bytes.slice(), this.#ended);
    } catch {
      this.#ended = true;
      this.problem = 'its compressed data is damaged';
    }
  }

  #mayGrow(length: number): boolean {
    this.#grown += length;
    const { limits } = this.budget;
    const bomb = this.#grown > FREE && this.#grown > limits.ratio * this.#read;
    if (bomb) this.budget.tell('ratio');
    if (!bomb && this.budget.take('inflated', length)) return true;
    this.problem = bomb ? `it grows to more than ${limits.ratio} times its size` : 'it grows over the limit';
    this.#ended = true;
    this.#out.length = 0;
    return false;
  }
}

function joined(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
