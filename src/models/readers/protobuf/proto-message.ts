import type { Budget } from '../../budget';
import type { ByteSource } from '../../bytes/byte-source';

export const VARINT = 0;
export const FIXED64 = 1;
export const BYTES = 2;
const GROUP = 3;
const GROUP_END = 4;
export const FIXED32 = 5;

const BLOCK = 16 * 1024;
const MAX_GROUPS = 32;
const MAX_TEXT = 64 * 1024;

/** A field of a message: a number, or a place in the file. What is there is not read before somebody asks. */
export interface ProtoField {
  readonly number: number;
  readonly wire: number;
  /** Of a varint; exact up to 2^53. */
  readonly value: number;
  /** Where its content begins and ends in the source. */
  readonly start: number;
  readonly end: number;
}

/**
 * Reads a protobuf message field by field, in the wire format of https://protobuf.dev/programming-guides/encoding/. Large
 * contents are passed over, not read, so a message may be gigabytes.
 */
export class ProtoMessage {
  /** Where it stopped because the bytes are no fields. */
  brokenAt: number | undefined;
  readonly #blocks: Blocks;

  constructor(
    readonly source: ByteSource,
    readonly budget: Budget,
    readonly start = 0,
    readonly end = source.size,
    blocks = new Blocks(source),
  ) {
    this.#blocks = blocks;
  }

  /** The message that is the content of a field. */
  within(field: ProtoField): ProtoMessage {
    return new ProtoMessage(
      this.source,
      this.budget,
      field.start,
      Math.min(field.end, this.end),
      this.#blocks,
    );
  }

  /** All fields, until the end, the first bytes that are none, or the end of the time. */
  *fields(): Generator<ProtoField> {
    this.brokenAt = undefined;
    let at = this.start;
    let groups = 0;
    for (let count = 0; at < this.end; count++) {
      if (count % 4096 === 4095 && this.budget.expired) return;
      const tag = this.#varint(at);
      const number = tag === undefined ? 0 : Math.floor(tag.value / 8);
      if (tag === undefined || number === 0 || number > 0x1fffffff) {
        this.brokenAt = at;
        return;
      }
      const wire = tag.value % 8;
      if (wire === GROUP || wire === GROUP_END) {
        groups += wire === GROUP ? 1 : -1;
        if (groups < 0 || groups > MAX_GROUPS) {
          this.brokenAt = at;
          return;
        }
        at = tag.next;
        continue;
      }
      const field = this.#content(number, wire, tag.next);
      if (field === undefined) {
        this.brokenAt = at;
        return;
      }
      // What is within a group belongs to a message that nobody knows.
      if (groups === 0) yield field;
      if (field.end > this.end) {
        this.brokenAt = at;
        return;
      }
      at = field.end;
    }
  }

  /** The text of a field, as far as texts are kept. */
  text({ start, end }: ProtoField): string {
    const length = Math.min(end - start, MAX_TEXT);
    return length <= 0 ? '' : decoder.decode(this.source.read(start, length));
  }

  /** The numbers of a repeated field, packed or not. */
  numbers(field: ProtoField, most = 64): number[] {
    if (field.wire === VARINT) return [field.value];
    const found: number[] = [];
    for (let at = field.start; at < Math.min(field.end, this.end) && found.length < most;) {
      const varint = this.#varint(at);
      if (!varint) break;
      found.push(varint.value);
      at = varint.next;
    }
    return found;
  }

  #content(number: number, wire: number, at: number): ProtoField | undefined {
    if (wire === FIXED32) return { number, wire, value: 0, start: at, end: at + 4 };
    if (wire === FIXED64) return { number, wire, value: 0, start: at, end: at + 8 };
    const varint = wire === VARINT || wire === BYTES ? this.#varint(at) : undefined;
    if (!varint) return undefined;
    if (wire === VARINT) return { number, wire, value: varint.value, start: at, end: varint.next };
    return { number, wire, value: varint.value, start: varint.next, end: varint.next + varint.value };
  }

  #varint(at: number): { readonly value: number; readonly next: number } | undefined {
    let value = 0;
    let factor = 1;
    for (let index = 0; index < 10; index++) {
      const byte = at + index < this.end ? this.#blocks.byte(at + index) : undefined;
      if (byte === undefined) return undefined;
      value += (byte & 0x7f) * factor;
      factor *= 128;
      if (byte < 0x80) return { value, next: at + index + 1 };
    }
    return undefined;
  }
}

const decoder = new TextDecoder();

/** Single bytes of a source, read in blocks. */
class Blocks {
  #block: Uint8Array = new Uint8Array(0);
  #start = 0;

  constructor(private readonly source: ByteSource) {}

  byte(at: number): number | undefined {
    if (at < this.#start || at >= this.#start + this.#block.length) {
      this.#block = this.source.read(at, BLOCK).slice();
      this.#start = at;
    }
    return this.#block[at - this.#start];
  }
}
