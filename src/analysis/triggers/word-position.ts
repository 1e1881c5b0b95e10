import type { TriggerPlace } from './trigger-word';
import { isImported } from './imported-word';
import { isNameByte } from './name-byte';
import { isAmongProse } from './prose-word';
import { isBeforeValue, isInKey, startsKey } from './key-word';

const DOT = 0x2e;

/**
 * Whether a word that was found at `start` to `end` stands as it has to. Says yes in doubt: bytes beyond ASCII count as no
 * part of an identifier.
 */
export function standsAs(as: TriggerPlace, bytes: Uint8Array, start: number, end: number): boolean {
  switch (as) {
    case 'text':
    case 'bytes':
      return true;
    case 'tail':
      return !isLetterOrDigit(bytes[start - 1]) && endsTarget(bytes, end);
    case 'key':
      return startsKey(bytes, start, end);
    case 'in-key':
      return isInKey(bytes, start, end);
    case 'value':
      return isBeforeValue(bytes, end);
    case 'module':
      return isWhole(bytes, start, end) && isImported(bytes, start);
    case 'name':
      return isWhole(bytes, start, end) && !isAmongProse(bytes, start, end);
    case 'built-in':
      return (
        isWhole(bytes, start, end) &&
        !isAmongProse(bytes, start, end) &&
        (bytes[start - 1] !== DOT || isBuiltinsModule(bytes, start - 2))
      );
  }
}

/** `=`, `+=`, `: str =`, `[index] =`, `(`, and the quote behind a key. */
const BEHIND_TARGET = new Set(Array.from('=+:[("\'`', (sign) => sign.charCodeAt(0)));

function endsTarget(bytes: Uint8Array, end: number): boolean {
  let at = end;
  while (bytes[at] === 0x20) at++;
  return BEHIND_TARGET.has(bytes[at] ?? 0);
}

const UNDERSCORE = 0x5f;

function isLetterOrDigit(byte: number | undefined): boolean {
  return isNameByte(byte) && byte !== UNDERSCORE;
}

function isWhole(bytes: Uint8Array, start: number, end: number): boolean {
  return !isNameByte(bytes[start - 1]) && !isNameByte(bytes[end]);
}

const BUILTINS = Array.from('builtins', (letter) => letter.charCodeAt(0));

function isBuiltinsModule(bytes: Uint8Array, last: number): boolean {
  const start = last - BUILTINS.length + 1;
  return BUILTINS.every((byte, index) => bytes[start + index] === byte) && !isNameByte(bytes[start - 1]);
}
