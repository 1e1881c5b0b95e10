import { CodecError, DAMAGED } from './codec';
import type { Feed } from './feed';
import { LzmaWindow } from './lzma-window';
import { EVEN, RangeDecoder } from './range-decoder';

const PIECE = 64 * 1024;
/** After so many kinds of the last steps, a literal was the last one. */
const LITERAL_STATES = 7;
const MIN_LENGTH = 2;
const STATES = 12;
const POSITIONS = 16;
const END_MARK = 0xffffffff;

/** How the lengths of copies are coded. */
class Lengths {
  readonly choices = new Uint16Array(2).fill(EVEN);
  readonly low = new Uint16Array(POSITIONS << 3).fill(EVEN);
  readonly middle = new Uint16Array(POSITIONS << 3).fill(EVEN);
  readonly high = new Uint16Array(256).fill(EVEN);

  decode(range: RangeDecoder, position: number): number {
    if (range.bit(this.choices, 0) === 0) return range.tree(this.low, position << 3, 3);
    if (range.bit(this.choices, 1) === 0) return 8 + range.tree(this.middle, position << 3, 3);
    return 16 + range.tree(this.high, 0, 8);
  }
}

/** What is learned while decoding; begins anew with a new state. */
class Model {
  state = 0;
  /** The last four distances, the newest first. */
  distance = 0;
  second = 0;
  third = 0;
  fourth = 0;
  readonly literals: Uint16Array;
  readonly isMatch = new Uint16Array(STATES * POSITIONS).fill(EVEN);
  /** Whether the distance is one of the last four, and which. */
  readonly isOld = new Uint16Array(STATES).fill(EVEN);
  readonly isNotFirst = new Uint16Array(STATES).fill(EVEN);
  readonly isNotSecond = new Uint16Array(STATES).fill(EVEN);
  readonly isNotThird = new Uint16Array(STATES).fill(EVEN);
  readonly isLong = new Uint16Array(STATES * POSITIONS).fill(EVEN);
  readonly slots = new Uint16Array(4 << 6).fill(EVEN);
  readonly nearBits = new Uint16Array(128).fill(EVEN);
  readonly alignBits = new Uint16Array(16).fill(EVEN);
  readonly lengths = new Lengths();
  readonly oldLengths = new Lengths();

  constructor(literalBits: number) {
    this.literals = new Uint16Array(0x300 << literalBits).fill(EVEN);
  }
}

/** The core of LZMA, LZMA2 and xz: https://www.7-zip.org/sdk.html (lzma-specification.txt). */
export class LzmaDecoder {
  readonly window: LzmaWindow;
  private readonly range: RangeDecoder;
  private model = new Model(0);
  private contextBits = 0;
  private positionBits = 0;
  private positionMask = 0;

  constructor(feed: Feed, windowSize: number) {
    this.window = new LzmaWindow(windowSize);
    this.range = new RangeDecoder(feed);
  }

  /** @throws CodecError when no encoder writes such properties */
  setProperties(properties: number): void {
    if (properties >= 225) throw new CodecError(DAMAGED);
    this.contextBits = properties % 9;
    this.positionBits = Math.floor(properties / 9) % 5;
    this.positionMask = (1 << Math.floor(properties / 45)) - 1;
    this.resetState();
  }

  resetState(): void {
    this.model = new Model(this.contextBits + this.positionBits);
  }

  /**
   * Decodes up to `limit` bytes from a new start of the arithmetic decoder. Ends before that only at an end mark.
   *
   * @throws CodecError when the data is damaged
   */
  *decode(limit: number): Generator<Uint8Array> {
    this.range.start();
    const { window } = this;
    const end = window.written + limit;
    let flushed = window.written;
    let damage: unknown;
    while (window.written < end) {
      try {
        if (!this.step(end)) break;
      } catch (error) {
        damage = error;
        break;
      }
      if (window.written - flushed < PIECE && !this.pending) continue;
      flushed = window.written;
      yield* this.flush();
    }
    // What came out before the damage has been read by a loader, too.
    yield* this.flush();
    if (damage instanceof Error) throw damage;
  }

  /** Bytes that were not compressed. */
  *store(bytes: Uint8Array): Generator<Uint8Array> {
    for (const byte of bytes) this.put(byte);
    yield* this.flush();
  }

  /** What could not be kept until the next piece because the window turned. */
  private readonly turned: Uint8Array[] = [];

  private get pending(): boolean {
    return this.turned.length > 0;
  }

  private *flush(): Generator<Uint8Array> {
    yield* this.turned.splice(0);
    const rest = this.window.take();
    if (rest.length > 0) yield rest;
  }

  private put(byte: number): void {
    if (this.window.full) this.turned.push(this.window.take());
    this.window.put(byte);
  }

  /** One literal or one copy; false at the end mark. */
  private step(end: number): boolean {
    const { model, range, window } = this;
    const position = window.written & this.positionMask;
    const place = (model.state << 4) + position;
    if (range.bit(model.isMatch, place) === 0) {
      this.literal();
      return true;
    }
    let length: number;
    if (range.bit(model.isOld, model.state) === 0) {
      model.fourth = model.third;
      model.third = model.second;
      model.second = model.distance;
      length = model.lengths.decode(range, position);
      model.state = model.state < LITERAL_STATES ? 7 : 10;
      model.distance = this.distance(length);
      if (model.distance === END_MARK) return false;
    } else {
      const short = this.oldDistance(place);
      if (short) {
        model.state = model.state < LITERAL_STATES ? 9 : 11;
        window.check(model.distance);
        this.put(window.byteAt(model.distance));
        return true;
      }
      length = model.oldLengths.decode(range, position);
      model.state = model.state < LITERAL_STATES ? 8 : 11;
    }
    this.copy(model.distance, Math.min(length + MIN_LENGTH, end - window.written));
    return true;
  }

  private copy(distance: number, length: number): void {
    this.window.check(distance);
    for (let left = length; left > 0; left--) this.put(this.window.byteAt(distance));
  }

  private literal(): void {
    const { model, range, window } = this;
    const before = window.last;
    const low = window.written & ((1 << this.positionBits) - 1);
    const base = 0x300 * ((low << this.contextBits) + (before >> (8 - this.contextBits)));
    let symbol = 1;
    if (model.state >= LITERAL_STATES) {
      let match = window.written === 0 ? 0 : window.byteAt(model.distance);
      while (symbol < 0x100) {
        const matchBit = (match >> 7) & 1;
        match = (match << 1) & 0xff;
        const bit = range.bit(model.literals, base + ((1 + matchBit) << 8) + symbol);
        symbol = (symbol << 1) | bit;
        if (bit !== matchBit) break;
      }
    }
    while (symbol < 0x100) symbol = (symbol << 1) | range.bit(model.literals, base + symbol);
    this.put(symbol & 0xff);
    model.state = model.state < 4 ? 0 : model.state < 10 ? model.state - 3 : model.state - 6;
  }

  /** Takes one of the last four distances to the front. Gives whether it is a copy of one byte. */
  private oldDistance(place: number): boolean {
    const { model, range } = this;
    const { state, distance, second, third } = model;
    if (range.bit(model.isNotFirst, state) === 0) return range.bit(model.isLong, place) === 0;
    if (range.bit(model.isNotSecond, state) === 0) {
      model.distance = second;
    } else {
      if (range.bit(model.isNotThird, state) === 0) {
        model.distance = third;
      } else {
        model.distance = model.fourth;
        model.fourth = third;
      }
      model.third = second;
    }
    model.second = distance;
    return false;
  }

  private distance(length: number): number {
    const { model, range } = this;
    const slot = range.tree(model.slots, Math.min(length, 3) << 6, 6);
    if (slot < 4) return slot;
    const width = (slot >> 1) - 1;
    const base = (2 | (slot & 1)) * 2 ** width;
    if (slot < 14) return base + range.reverseTree(model.nearBits, base - slot, width);
    return base + range.direct(width - 4) * 16 + range.reverseTree(model.alignBits, 0, 4);
  }
}
