import { isNameByte } from './name-byte';

const SPACE = 0x20;
const LONGEST_KEYWORD = 10;

/** The words of Python, JavaScript and TypeScript that an identifier may follow, or be followed by, with a space between. */
const KEYWORDS = new Set(
  (
    'abstract accessor and as assert asserts async await break case class const continue debugger declare def default del ' +
    'delete do elif else enum except exec export extends false finally for from function get global if implements import in ' +
    'infer instanceof interface is keyof lambda let match module namespace new nonlocal not of or out override package pass ' +
    'print private protected public raise readonly require return satisfies set static switch throw try type typeof unique ' +
    'using var void while with yield'
  ).split(' '),
);

/**
 * Whether an identifier at `start` to `end` stands beside another word, as in a sentence. In a program two identifiers never
 * stand side by side unless one is a keyword. Only the same line is looked at, so that says no in doubt.
 */
export function isAmongProse(bytes: Uint8Array, start: number, end: number): boolean {
  return isOtherWord(wordBefore(bytes, start)) || isOtherWord(wordBehind(bytes, end));
}

function isOtherWord(word: string | undefined): boolean {
  return word !== undefined && !KEYWORDS.has(word);
}

/** The word in front, with nothing but spaces between; undefined when something else stands there. */
function wordBefore(bytes: Uint8Array, start: number): string | undefined {
  let last = start;
  while (bytes[last - 1] === SPACE) last--;
  if (last === start || !isNameByte(bytes[last - 1])) return undefined;
  let first = last;
  while (isNameByte(bytes[first - 1])) first--;
  return isPartOfOther(bytes[first - 1]) ? undefined : textOf(bytes, first, last);
}

function wordBehind(bytes: Uint8Array, end: number): string | undefined {
  let first = end;
  while (bytes[first] === SPACE) first++;
  if (first === end || !isNameByte(bytes[first])) return undefined;
  let last = first;
  while (isNameByte(bytes[last])) last++;
  return isPartOfOther(bytes[last]) ? undefined : textOf(bytes, first, last);
}

/** A byte beyond ASCII may be a letter; a quote behind `rb` begins a text. */
function isPartOfOther(byte: number | undefined): boolean {
  return byte !== undefined && (byte >= 0x80 || byte === 0x22 || byte === 0x27 || byte === 0x60);
}

function textOf(bytes: Uint8Array, start: number, end: number): string {
  return end - start > LONGEST_KEYWORD ? '-' : String.fromCharCode(...bytes.subarray(start, end));
}
