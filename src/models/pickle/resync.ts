import type { Budget } from '../budget';
import type { ByteSource } from '../bytes/byte-source';
import { Argument, OPCODE_ARGUMENTS } from './opcodes';

const CHUNK = 256 * 1024;
/** Longer than anything that a beginning is told by. */
const OVERLAP = 512;
const MAX_NAME = 100;
const NEWLINE = 0x0a;
const SHORT_BINUNICODE = 0x8c;
const STACK_GLOBAL = 0x93;
/** Bytes between two strings, or after the second: MEMOIZE, or BINPUT with its index. */
const MAX_BETWEEN = 2;

/** Offsets in `[start, end)` at which a pickle may begin. */
export function* pickleBeginnings(
  source: ByteSource,
  start: number,
  end: number,
  budget: Budget,
): Generator<number, void, number | undefined> {
  let next = start;
  for (let base = start; base < end; base += CHUNK) {
    if (budget.expired || !budget.take('bytes', CHUNK)) return;
    // Who asks reads in between, and a source may reuse its array.
    const bytes = source.read(base, Math.min(CHUNK + OVERLAP, end - base)).slice();
    if (bytes.length === 0) return;
    for (let at = 0; at < CHUNK && at < bytes.length; at++) {
      if (!isBeginning(bytes, at) || base + at < next) continue;
      // Who asks says how far it has read, so that one pickle is not found many times.
      next = Math.max(next, (yield base + at) ?? 0);
    }
  }
}

/** How a pickle may begin: its protocol and an opcode, an import in text, or an import from two short strings. */
function isBeginning(bytes: Uint8Array, at: number): boolean {
  switch (bytes[at]) {
    case 0x80:
      return (bytes[at + 1] ?? 9) <= 5 && OPCODE_ARGUMENTS[bytes[at + 2] ?? 0] !== Argument.invalid;
    case 0x63: // GLOBAL
    case 0x69: {
      // INST
      const name = lineEnd(bytes, at + 1);
      return name !== undefined && lineEnd(bytes, name + 1) !== undefined;
    }
    case SHORT_BINUNICODE:
      return isTwoStrings(bytes, at);
    default:
      return false;
  }
}

/** Where the line that holds a dotted name and nothing else ends. */
function lineEnd(bytes: Uint8Array, start: number): number | undefined {
  let at = start;
  while (at - start < MAX_NAME && isNameByte(bytes[at])) at++;
  if (at > start && bytes[at] === 0x0d) at++;
  return at > start && bytes[at] === NEWLINE ? at : undefined;
}

function isTwoStrings(bytes: Uint8Array, at: number): boolean {
  const first = stringEnd(bytes, at);
  if (first === undefined) return false;
  for (let gap = 0; gap <= MAX_BETWEEN; gap++) {
    const second = stringEnd(bytes, first + gap);
    if (second === undefined) continue;
    for (let after = 0; after <= MAX_BETWEEN; after++)
      if (bytes[second + after] === STACK_GLOBAL) return true;
  }
  return false;
}

/** Where a short string that is a name ends. */
function stringEnd(bytes: Uint8Array, at: number): number | undefined {
  const length = bytes[at + 1] ?? 0;
  if (bytes[at] !== SHORT_BINUNICODE || length === 0) return undefined;
  for (let each = at + 2; each < at + 2 + length; each++) if (!isNameByte(bytes[each])) return undefined;
  return at + 2 + length;
}

/** Letters, digits, the underscore and the dot. */
function isNameByte(byte = 0): boolean {
  return (
    (byte >= 0x61 && byte <= 0x7a) ||
    (byte >= 0x41 && byte <= 0x5a) ||
    (byte >= 0x30 && byte <= 0x39) ||
    byte === 0x5f ||
    byte === 0x2e
  );
}
