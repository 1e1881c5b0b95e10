import { isNameByte } from './name-byte';

const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const DOUBLE_QUOTE = 0x22;
const SINGLE_QUOTE = 0x27;

/** Whether a module is imported at `start`: behind `import` or `from`, behind the comma of a list of modules, or in quotes. */
export function isImported(bytes: Uint8Array, start: number): boolean {
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

function asciiBytes(word: string): readonly number[] {
  return Array.from(word, (letter) => letter.charCodeAt(0));
}

function endsWith(bytes: Uint8Array, at: number, word: readonly number[]): boolean {
  const start = at - word.length + 1;
  return word.every((byte, index) => bytes[start + index] === byte) && !isNameByte(bytes[start - 1]);
}
