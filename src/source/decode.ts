import type { SourceProblem } from './model';

/** A source file's text, or why it is none. */
export type DecodedSource =
  | { readonly text: string; readonly problems: readonly SourceProblem[] }
  | { readonly text: undefined; readonly reason: string };

/** Encoding declarations count in the first two lines only (PEP 263). */
const CODING = /^[ \t\f]*#.*?coding[:=][ \t]*([-_.a-zA-Z0-9]+)/;
const HEAD_BYTES = 8_192;
/** More than this share of control characters is no text. */
const MAX_CONTROL_SHARE = 0.1;

/** Names that Python knows and the Encoding Standard spells otherwise. */
const SPELLINGS: Readonly<Record<string, string>> = {
  utf_8: 'utf-8',
  utf8: 'utf-8',
  'utf-8-sig': 'utf-8',
  latin_1: 'latin1',
  'latin-1': 'latin1',
  'iso-8859-15': 'iso-8859-15',
  cp1252: 'windows-1252',
  cp1251: 'windows-1251',
  euc_jp: 'euc-jp',
  shift_jis: 'shift_jis',
};

/**
 * Decodes a source file: UTF-8 with or without a byte-order mark, UTF-16 with one, or what a coding comment says. Bytes that do not
 * fit are read as Latin-1 and reported. Never throws.
 */
export function decodeSource(bytes: Uint8Array): DecodedSource {
  if (startsWith(bytes, [0xff, 0xfe])) return decodeWith('utf-16le', bytes.subarray(2));
  if (startsWith(bytes, [0xfe, 0xff])) return decodeWith('utf-16be', bytes.subarray(2));
  if (looksBinary(bytes.subarray(0, HEAD_BYTES))) {
    return { text: undefined, reason: 'The file is binary, not text.' };
  }
  return decodeWith(declaredEncoding(bytes), bytes);
}

function decodeWith(encoding: string, bytes: Uint8Array): DecodedSource {
  try {
    // The decoder drops a byte-order mark, as editors do, so that offsets agree with theirs.
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), problems: [] };
  } catch {
    const message = `The file is not valid ${encoding.toUpperCase()}; it was read as Latin-1.`;
    const problem: SourceProblem = { kind: 'encoding', message, range: { start: 0, end: 0 } };
    return { text: new TextDecoder('latin1').decode(bytes), problems: [problem] };
  }
}

function declaredEncoding(bytes: Uint8Array): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 512));
  for (const line of head.split(/\r\n?|\n/, 2)) {
    const name = CODING.exec(line)?.[1]?.toLowerCase();
    if (name !== undefined) return SPELLINGS[name] ?? name;
    if (!/^(?:\ufeff|\u00ef\u00bb\u00bf)?[ \t\f]*(?:#.*)?$/.test(line)) break;
  }
  return 'utf-8';
}

function looksBinary(head: Uint8Array): boolean {
  let control = 0;
  let zeros = 0;
  for (const byte of head) {
    if (byte === 0) zeros++;
    else if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) control++;
  }
  // A stray NUL in a text is bad Python but still text; more of them are a binary format.
  return zeros > 4 + head.length / 1_000 || control > head.length * MAX_CONTROL_SHARE;
}

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, at) => bytes[at] === byte);
}
