import type { Budget } from '../budget';
import type { ByteSource } from './byte-source';
import { CodecError, DAMAGED, type Codec } from './codecs/codec';
import { Feed } from './codecs/feed';
import { crc32 } from './crc32';

/** Up to this size the whole is kept; of more only a window, which is filled again when somebody reads backwards. */
const KEPT = 16 * 1024 * 1024;
const WINDOW = 1024 * 1024;
/** So many times the growth that is allowed is read. */
const WALL = 4;

/** Bytes that are stored compressed, as far as the budget lets them grow. */
export class CompressedSource implements ByteSource {
  readonly size: number;
  /** Checksum of all bytes. */
  readonly crc: number;
  /** Why not all of it could be had. */
  readonly problem: string | undefined;
  /** The problem is this reader's: the data may be right. */
  readonly unread: boolean;
  /** It grows like nothing honest does. */
  readonly bomb: boolean;
  /** How many bytes of the input it takes. */
  readonly taken: number;
  readonly #kept: Uint8Array | undefined;
  #flow: Flow | undefined;

  constructor(
    private readonly input: ByteSource,
    private readonly codec: Codec,
    private readonly budget: Budget,
  ) {
    // A first pass tells how large it really is; what the file claims is not to be believed.
    const flow = new Flow(input, codec, budget, true);
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
    this.unread = flow.unread;
    this.bomb = flow.bomb;
    this.taken = flow.taken;
    if (size <= KEPT) this.#kept = joined(chunks, size);
  }

  read(offset: number, length: number): Uint8Array {
    if (this.#kept) return this.#kept.subarray(offset, offset + length);
    if (!this.#flow || offset < this.#flow.start)
      this.#flow = new Flow(this.input, this.codec, this.budget, false);
    return this.#flow.read(offset, Math.min(length, this.size - offset));
  }
}

/** One pass over the bytes. */
class Flow {
  /** Offset of the window's first byte. */
  start = 0;
  problem: string | undefined;
  unread = false;
  bomb = false;
  #window: Uint8Array = new Uint8Array(0);
  #grown = 0;
  readonly #feed: Feed;
  #pieces: Generator<Uint8Array> | undefined;

  constructor(
    input: ByteSource,
    private readonly codec: Codec,
    private readonly budget: Budget,
    private readonly counts: boolean,
  ) {
    this.#feed = new Feed(input, budget);
  }

  get taken(): number {
    return this.#feed.position;
  }

  next(): Uint8Array | undefined {
    try {
      // Settings that cannot be are found out before the first piece is asked for.
      this.#pieces ??= this.codec(this.#feed);
      const next = this.#pieces.next();
      return next.done === true || !this.#mayGrow(next.value.length) ? undefined : next.value;
    } catch (error) {
      // Foreign decoders throw whatever comes to them when the data is damaged.
      this.problem ??= error instanceof CodecError ? error.message : DAMAGED;
      this.unread = error instanceof CodecError && error.readable;
      return undefined;
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

  #mayGrow(length: number): boolean {
    this.#grown += length;
    const { limits } = this.budget;
    if (this.#grown > limits.growth && this.#grown > limits.ratio * this.#feed.position) {
      this.bomb = true;
      this.budget.tell('ratio');
      this.problem = `it grows to more than ${limits.ratio} times its size`;
    }
    // What is packed behind a wall of zeros is looked at, as long as the wall is not too high.
    const ends = this.bomb && this.#grown > limits.growth * WALL;
    if (this.budget.expired) this.problem ??= 'it takes too long';
    else if (!ends && (!this.counts || this.budget.take('inflated', length))) return true;
    this.problem ??= 'it grows over the limit';
    this.#pieces?.return(undefined);
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
