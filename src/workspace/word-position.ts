import type { TriggerWord } from '../analysis/trigger-sets';

const UNDERSCORE = 0x5f;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const DOT = 0x2e;
const DOUBLE_QUOTE = 0x22;
const SINGLE_QUOTE = 0x27;

/**
 * Whether a word that was found at `start` to `end` stands as it has to. Says yes in doubt: bytes beyond ASCII count as no
 * part of an identifier.
 */
export function standsAs(as: TriggerWord['as'], bytes: Uint8Array, start: number, end: number): boolean {
  if (as === 'text' || as === 'bytes') return true;
  if (isNameByte(bytes[start - 1]) || isNameByte(bytes[end])) return false;
  if (as === 'name') return true;
  if (as === 'built-in') return bytes[start - 1] !== DOT || endsWith(bytes, start - 2, BUILTINS);
  return isImported(bytes, start);
}

/** Letters, digits and `_`. */
function isNameByte(byte: number | undefined): boolean {
  if (byte === undefined) return false;
  const lower = byte | 0x20;
  return (lower >= 0x61 && lower <= 0x7a) || (byte >= 0x30 && byte <= 0x39) || byte === UNDERSCORE;
}

/** Behind `import` or `from`, behind the comma of a list of modules, or in the quotes of `import_module("name")`. */
function isImported(bytes: Uint8Array, start: number): boolean {
  let at = start - 1;
  const before = bytes[at];
  if (before === DOUBLE_QUOTE || before === SINGLE_QUOTE) return true;
  // White space, line breaks and the backslash that joins two lines.
  while (at >= 0 && ((bytes[at] ?? 0) <= 0x20 || bytes[at] === BACKSLASH)) at--;
  if (at < 0) return false;
  return bytes[at] === COMMA || endsWith(bytes, at, IMPORT) || endsWith(bytes, at, FROM);
}

const IMPORT = asciiBytes('import');
const FROM = asciiBytes('from');
const BUILTINS = asciiBytes('builtins');

function asciiBytes(word: string): readonly number[] {
  return Array.from(word, (letter) => letter.charCodeAt(0));
}

function endsWith(bytes: Uint8Array, at: number, word: readonly number[]): boolean {
  const start = at - word.length + 1;
  return word.every((byte, index) => bytes[start + index] === byte) && !isNameByte(bytes[start - 1]);
}
