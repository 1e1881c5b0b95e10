import { isNameByte } from './name-byte';

/** Shorter than every key with a format of its own. */
const SHORTEST_KEY = 20;
/** A key of this length may have come out without a digit; a shorter one never does. */
const LONG_KEY = 36;
/** Shorter than every value that a name makes a key. */
const SHORTEST_VALUE = 8;
/** Quotes, spaces, brackets and a scheme like `Bearer` between a name and its value. */
const BETWEEN = 32;
const DASH = 0x2d;

/** Whether what stands at `start` begins a run of characters that may be a key. */
export function startsKey(bytes: Uint8Array, start: number, end: number): boolean {
  const before = bytes[start - 1];
  return !isNameByte(before) && before !== DASH && isInKey(bytes, start, end);
}

/** Whether what stands at `start` to `end` is part of a run that may be a key. */
export function isInKey(bytes: Uint8Array, start: number, end: number): boolean {
  let from = start;
  while (from > start - LONG_KEY && isKeyByte(bytes[from - 1])) from--;
  let to = end;
  while (to < end + LONG_KEY && isKeyByte(bytes[to])) to++;
  return to - from >= LONG_KEY || (to - from >= SHORTEST_KEY && hasDigit(bytes, from, to));
}

/** Whether a value that may be a key begins soon behind `end`. */
export function isBeforeValue(bytes: Uint8Array, end: number): boolean {
  for (let at = end; at < end + BETWEEN; at++) {
    const start = at;
    while (at < start + LONG_KEY && isKeyByte(bytes[at])) at++;
    if (at - start >= SHORTEST_VALUE && hasDigit(bytes, start, at)) return true;
  }
  return false;
}

/** A character that a key may hold: letters, digits, `_`, and `+ / = . ~ : -`. */
function isKeyByte(byte: number | undefined): boolean {
  if (byte === undefined) return false;
  if (isNameByte(byte)) return true;
  return byte === 0x2b || (byte >= 0x2d && byte <= 0x2f) || byte === 0x3a || byte === 0x3d || byte === 0x7e;
}

function hasDigit(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const byte = bytes[at] ?? 0;
    if (byte >= 0x30 && byte <= 0x39) return true;
  }
  return false;
}
