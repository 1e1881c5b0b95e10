import { CodecError, DAMAGED, type Codec } from './codec';
import type { Feed } from './feed';

const FRAME = 0x184d2204;
const SKIPPABLE = 0x184d2a50;
const LEGACY = 0x184c2102;
const HISTORY = 64 * 1024;
/** The largest block of a frame, and of the format before frames. */
const MAX_BLOCK = 8 * 1024 * 1024;

/** LZ4 frames: https://github.com/lz4/lz4/blob/dev/doc/lz4_Frame_format.md. */
export const lz4: Codec = function* (input) {
  while (!input.ended) {
    const magic = input.u32();
    if (magic === FRAME) yield* frame(input);
    else if (magic === LEGACY) yield* legacy(input);
    else if ((magic & ~0xf) >>> 0 === SKIPPABLE) input.skip(input.u32());
    else {
      input.back(4);
      return;
    }
  }
};

function* frame(input: Feed): Generator<Uint8Array> {
  const flags = input.byte();
  if (flags >> 6 !== 1) throw new CodecError(DAMAGED);
  // Block sizes, the size of the content, the number of a dictionary, the checksum of the header.
  input.skip(1 + ((flags & 0x08) === 0 ? 0 : 8) + ((flags & 0x01) === 0 ? 0 : 4) + 1);
  let history: Uint8Array = new Uint8Array(0);
  for (let size = input.u32(); size !== 0; size = input.u32()) {
    const length = size & 0x7fffffff;
    if (length > MAX_BLOCK) throw new CodecError(DAMAGED);
    const block = input.bytes(length);
    const plain = size > 0x7fffffff ? block : unpack(block, history);
    if ((flags & 0x10) !== 0) input.skip(4);
    yield plain;
    history = tail(history, plain);
  }
  if ((flags & 0x04) !== 0) input.skip(4);
}

function* legacy(input: Feed): Generator<Uint8Array> {
  while (!input.ended) {
    const length = input.u32();
    if (length > MAX_BLOCK * 2) throw new CodecError(DAMAGED);
    yield unpack(input.bytes(length), new Uint8Array(0));
  }
}

/** A block: https://github.com/lz4/lz4/blob/dev/doc/lz4_Block_format.md. Blocks of a frame may refer to those before. */
function unpack(block: Uint8Array, history: Uint8Array): Uint8Array {
  let out = new Uint8Array(Math.min(MAX_BLOCK, block.length * 4 + 1024) + history.length);
  out.set(history);
  let to = history.length;
  let at = 0;
  const lengthFrom = (nibble: number): number => {
    let length = nibble;
    if (nibble === 15) {
      let more = 255;
      while (more === 255) length += more = block[at++] ?? 0;
    }
    return length;
  };
  const makeRoom = (length: number): void => {
    if (to + length <= out.length) return;
    if (to + length > MAX_BLOCK + HISTORY) throw new CodecError(DAMAGED);
    const larger = new Uint8Array(Math.max(to + length, out.length * 2));
    larger.set(out.subarray(0, to));
    out = larger;
  };
  while (at < block.length) {
    const token = block[at++] ?? 0;
    const literals = lengthFrom(token >> 4);
    if (at + literals > block.length) throw new CodecError(DAMAGED);
    makeRoom(literals);
    out.set(block.subarray(at, at + literals), to);
    at += literals;
    to += literals;
    if (at >= block.length) break;
    const distance = (block[at] ?? 0) | ((block[at + 1] ?? 0) << 8);
    at += 2;
    const length = lengthFrom(token & 15) + 4;
    if (distance === 0 || distance > to) throw new CodecError(DAMAGED);
    makeRoom(length);
    for (let end = to + length; to < end; to++) out[to] = out[to - distance] as number;
  }
  return out.slice(history.length, to);
}

function tail(history: Uint8Array, plain: Uint8Array): Uint8Array {
  if (plain.length >= HISTORY) return plain.slice(-HISTORY);
  const kept = history.subarray(Math.max(0, history.length + plain.length - HISTORY));
  const joined = new Uint8Array(kept.length + plain.length);
  joined.set(kept);
  joined.set(plain, kept.length);
  return joined;
}
