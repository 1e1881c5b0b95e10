import { CodecError, DAMAGED, type Codec } from './codec';
import type { Feed } from './feed';
import { lzma2, lzma2Window } from './lzma2';

const MAGIC = [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00];
const LZMA2 = 0x21;
const DELTA = 0x03;
/** Bytes of the check after each block, by its kind; sizes of kinds that are not in use are set, too. */
const CHECKS = [0, 4, 4, 4, 8, 8, 8, 16, 16, 16, 32, 32, 32, 64, 64, 64];

/** xz: https://tukaani.org/xz/xz-file-format.txt. Several streams may follow each other, with zeros in between. */
export const xz: Codec = function* (input) {
  for (let first = true; !input.ended; first = false) {
    const head = input.bytes(first ? 6 : 4);
    if (!first && head.every((byte) => byte === 0)) continue;
    if (head.some((byte, at) => byte !== MAGIC[at])) {
      if (first) throw new CodecError(DAMAGED);
      input.back(head.length);
      return;
    }
    if (!first) input.skip(2);
    yield* stream(input);
  }
};

function* stream(input: Feed): Generator<Uint8Array> {
  input.skip(1);
  const check = CHECKS[input.byte() & 0x0f] ?? 0;
  input.skip(4);
  for (;;) {
    const start = input.position;
    const size = input.byte();
    if (size === 0) {
      skipIndex(input, start);
      return;
    }
    const { delta, windowSize } = blockHeader(input.bytes(size * 4 + 3));
    const body = input.position;
    if (delta === 0) yield* lzma2(input, windowSize);
    else yield* undoDelta(lzma2(input, windowSize), delta);
    input.skip(padding(input.position - body) + check);
  }
}

interface Filters {
  readonly windowSize: number;
  /** Distance of the delta filter before LZMA2; zero without. */
  readonly delta: number;
}

function blockHeader(header: Uint8Array): Filters {
  const flags = header[0] ?? 0;
  let at = 1;
  const number = (): number => {
    let value = 0;
    for (let shift = 0; shift < 9; shift++) {
      const byte = header[at++] ?? 0;
      value += (byte & 0x7f) * 128 ** shift;
      if (byte < 0x80) return value;
    }
    throw new CodecError(DAMAGED);
  };
  if ((flags & 0x40) !== 0) number();
  if ((flags & 0x80) !== 0) number();
  let delta = 0;
  for (let left = (flags & 3) + 1; left > 0; left--) {
    const filter = number();
    const length = number();
    const property = header[at] ?? 0;
    at += length;
    if (filter === LZMA2) return { windowSize: lzma2Window(property), delta };
    if (filter !== DELTA) throw new CodecError('it is filtered in a way that is not read here', true);
    delta = property + 1;
  }
  throw new CodecError(DAMAGED);
}

function* undoDelta(pieces: Iterable<Uint8Array>, distance: number): Generator<Uint8Array> {
  const before = new Uint8Array(distance);
  let at = 0;
  for (const piece of pieces) {
    for (let index = 0; index < piece.length; index++) {
      const byte = ((piece[index] ?? 0) + (before[at] ?? 0)) & 0xff;
      piece[index] = before[at] = byte;
      at = (at + 1) % distance;
    }
    yield piece;
  }
}

/** The index repeats the sizes of the blocks; then comes the footer. */
function skipIndex(input: Feed, start: number): void {
  const number = (): number => {
    let value = 0;
    for (let shift = 0; shift < 9; shift++) {
      const byte = input.byte();
      value += (byte & 0x7f) * 128 ** shift;
      if (byte < 0x80) break;
    }
    return value;
  };
  for (let records = number() * 2; records > 0; records--) number();
  input.skip(padding(input.position - start) + 4 + 12);
}

function padding(length: number): number {
  return (4 - (length % 4)) % 4;
}
