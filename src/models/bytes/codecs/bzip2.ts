import { BitFeed } from './bit-feed';
import { CodecError, DAMAGED, type Codec } from './codec';
import type { Feed } from './feed';
import { HuffmanTable } from './huffman-table';

/** 48 bits before a block: the digits of pi. And before the end: those of its square root. */
const BLOCK = [0x314159, 0x265359] as const;
const END = [0x177245, 0x385090] as const;
const GROUP = 50;
const PIECE = 64 * 1024;

/** bzip2, as https://en.wikipedia.org/wiki/Bzip2 describes it; several streams may follow each other. */
export const bzip2: Codec = function* (input) {
  for (let first = true; !input.ended; first = false) {
    const magic = input.bytes(Math.min(3, first ? 3 : 1));
    if (magic[0] !== 0x42 || (first && (magic[1] !== 0x5a || magic[2] !== 0x68))) {
      if (first) throw new CodecError(DAMAGED);
      input.back(1);
      return;
    }
    if (!first) input.skip(2);
    yield* stream(input);
  }
};

function* stream(input: Feed): Generator<Uint8Array> {
  const level = input.byte() - 0x30;
  if (level < 1 || level > 9) throw new CodecError(DAMAGED);
  const bits = new BitFeed(input);
  const block = new Uint32Array(level * 100_000);
  for (;;) {
    const mark = [bits.read(24), bits.read(24)];
    bits.read(32);
    if (mark[0] === END[0] && mark[1] === END[1]) return;
    if (mark[0] !== BLOCK[0] || mark[1] !== BLOCK[1]) throw new CodecError(DAMAGED);
    yield* unpack(readBlock(bits, block));
  }
}

interface Block {
  /** In the low byte what stands in the last column, above it where the next one is. */
  readonly table: Uint32Array;
  readonly length: number;
  readonly origin: number;
}

function readBlock(bits: BitFeed, table: Uint32Array): Block {
  if (bits.read(1) === 1) throw new CodecError('it is made by a bzip2 of before 1997', true);
  const origin = bits.read(24);
  const alphabet = readAlphabet(bits);
  const tables = bits.read(3);
  const selectors = readSelectors(bits, tables);
  const codes = Array.from({ length: tables }, () => HuffmanTable.read(bits, alphabet.length + 2));
  const length = readSymbols(bits, table, alphabet, (at) => codes[selectors[at] ?? tables]);
  if (origin >= length) throw new CodecError(DAMAGED);
  // Undoes the sorting: counts say where each byte's rows begin.
  const starts = new Uint32Array(257);
  for (let at = 0; at < length; at++) {
    const byte = (table[at] as number) + 1;
    starts[byte] = (starts[byte] as number) + 1;
  }
  for (let byte = 0; byte < 256; byte++) {
    starts[byte + 1] = (starts[byte + 1] as number) + (starts[byte] as number);
  }
  for (let at = 0; at < length; at++) {
    const byte = (table[at] as number) & 0xff;
    const place = starts[byte] as number;
    starts[byte] = place + 1;
    table[place] = (table[place] as number) | (at << 8);
  }
  return { table, length, origin };
}

/** The bytes that occur: 16 bits say in which sixteenths of all bytes, 16 more for each of those. */
function readAlphabet(bits: BitFeed): number[] {
  const ranges = bits.read(16);
  const alphabet: number[] = [];
  for (let range = 0; range < 16; range++) {
    if ((ranges & (0x8000 >> range)) === 0) continue;
    const used = bits.read(16);
    for (let each = 0; each < 16; each++)
      if ((used & (0x8000 >> each)) !== 0) alphabet.push(range * 16 + each);
  }
  if (alphabet.length === 0) throw new CodecError(DAMAGED);
  return alphabet;
}

/** Which code is used for each group of symbols. */
function readSelectors(bits: BitFeed, tables: number): Uint8Array {
  const count = bits.read(15);
  if (tables < 2 || tables > 6 || count === 0) throw new CodecError(DAMAGED);
  const recent = Array.from({ length: tables }, (_, at) => at);
  const selectors = new Uint8Array(count);
  for (let index = 0; index < count; index++) {
    let at = 0;
    while (bits.read(1) === 1) if (++at >= tables) throw new CodecError(DAMAGED);
    const [selector = 0] = recent.splice(at, 1);
    recent.unshift(selector);
    selectors[index] = selector;
  }
  return selectors;
}

/** @returns how many bytes the block has */
function readSymbols(
  bits: BitFeed,
  table: Uint32Array,
  alphabet: readonly number[],
  codeAt: (group: number) => HuffmanTable | undefined,
): number {
  const recent = Uint8Array.from(alphabet);
  const end = alphabet.length + 1;
  let length = 0;
  let run = 0;
  let weight = 1;
  for (let index = 0; ; index++) {
    const code = codeAt(Math.floor(index / GROUP));
    if (!code) throw new CodecError(DAMAGED);
    const symbol = code.decode(bits);
    if (symbol <= 1) {
      // The length of a run, in digits one and two.
      run += weight << symbol;
      weight *= 2;
      if (run > table.length) throw new CodecError(DAMAGED);
      continue;
    }
    if (length + run + 1 > table.length && (symbol !== end || length + run > table.length))
      throw new CodecError(DAMAGED);
    table.fill(recent[0] as number, length, length + run);
    length += run;
    run = 0;
    weight = 1;
    if (symbol === end) return length;
    const at = symbol - 1;
    const byte = recent[at] as number;
    recent.copyWithin(1, 0, at);
    recent[0] = byte;
    table[length++] = byte;
  }
}

/** The bytes in their order; four equal ones are followed by how many more there are. */
function* unpack({ table, length, origin }: Block): Generator<Uint8Array> {
  let out = new Uint8Array(PIECE + 256);
  let to = 0;
  let equal = 0;
  let before = -1;
  let next = (table[origin] as number) >>> 8;
  for (let count = 0; count < length; count++) {
    const entry = table[next] as number;
    const byte = entry & 0xff;
    next = entry >>> 8;
    if (equal === 4) {
      out.fill(before, to, to + byte);
      to += byte;
      equal = 0;
      before = -1;
    } else {
      equal = byte === before ? equal + 1 : 1;
      before = byte;
      out[to++] = byte;
    }
    if (to < PIECE) continue;
    yield out.subarray(0, to);
    out = new Uint8Array(PIECE + 256);
    to = 0;
  }
  if (to > 0) yield out.subarray(0, to);
}
