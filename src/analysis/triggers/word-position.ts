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
      return !isLetterOrDigit(bytes[start - 1]) && endsTarget(bytes, start, end);
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
    case 'source':
      return false;
    case 'built-in':
      return (
        isWhole(bytes, start, end) &&
        !isAmongProse(bytes, start, end) &&
        (bytes[start - 1] !== DOT || isBuiltinsModule(bytes, start - 2))
      );
  }
}

/** `=`, `+=`, `: str =` and `[index] =`. */
const BEHIND_TARGET = bytesOf('=+:[');
const BEHIND_KEY = bytesOf('=:');
const QUOTES = bytesOf('"\'');
const PAREN_OPEN = 0x28;

/** Behind a variable or the name of an argument, a key in quotes, or a function where it is defined. */
function endsTarget(bytes: Uint8Array, start: number, end: number): boolean {
  let at = end;
  while (isSpace(bytes[at])) at++;
  const byte = bytes[at] ?? 0;
  if (byte === PAREN_OPEN) return isDefined(bytes, start);
  if (!QUOTES.has(byte)) return BEHIND_TARGET.has(byte);
  do at++;
  while (isSpace(bytes[at]));
  return BEHIND_KEY.has(bytes[at] ?? 0);
}

function bytesOf(signs: string): ReadonlySet<number> {
  return new Set(Array.from(signs, (sign) => sign.charCodeAt(0)));
}

const DEF = Array.from('def', (letter) => letter.charCodeAt(0));

/** Whether the name that goes on at `start` is that of a function that is defined there. Another byte may be part of a name. */
function isDefined(bytes: Uint8Array, start: number): boolean {
  let at = start - 1;
  while (isNameByte(bytes[at]) || (bytes[at] ?? 0) >= 0x80) at--;
  while (isSpace(bytes[at])) at--;
  const first = at - DEF.length + 1;
  return DEF.every((byte, index) => bytes[first + index] === byte);
}

/** A line break only behind a backslash, which stands for no more than a space then. */
function isSpace(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x09 || byte === 0x0c || byte === 0x0a || byte === 0x0d || byte === 0x5c;
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
