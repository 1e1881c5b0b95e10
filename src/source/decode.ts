import type { SourceProblem } from './model';

/** A text, or the reason why the bytes are none. */
export type DecodedSource =
  | { readonly text: string; readonly problems: readonly SourceProblem[] }
  | { readonly text: undefined; readonly reason: string };

/** The declaration of PEP 263; it counts only in the first two lines. */
const CODING_COOKIE = /^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)/u;
/** A cookie stands within this many bytes or not at all. */
const COOKIE_REACH = 400;
/** Where a NUL byte means that the file is no text. */
const BINARY_REACH = 8192;

/** Names that Python accepts and the Encoding Standard spells otherwise. */
const LABELS: Readonly<Record<string, string>> = {
  'latin-1': 'latin1',
  'iso-latin-1': 'latin1',
  'utf-8-sig': 'utf-8',
  utf8: 'utf-8',
  cp936: 'gbk',
  cp949: 'euc-kr',
};

/**
 * Decodes source code as Python does: UTF-8 unless a coding cookie names something else (https://peps.python.org/pep-0263/).
 * Bytes that do not fit are read as Latin-1, which keeps every ASCII character, with an `encoding` problem.
 */
export function decodeSource(bytes: Uint8Array): DecodedSource {
  if (bytes.subarray(0, BINARY_REACH).includes(0)) {
    return { text: undefined, reason: 'The file holds NUL bytes, so it is no text and was not analysed.' };
  }
  const cookie = codingCookie(bytes);
  const label = cookie === undefined ? 'utf-8' : (LABELS[cookie] ?? cookie);
  const text = decodeAs(label, bytes);
  if (text !== undefined) return { text, problems: [] };
  const range = { start: 0, end: 0 };
  const message = `The file is not ${label} as ${cookie === undefined ? 'expected' : 'it says'}; it was read as Latin-1.`;
  return {
    text: decodeAs('latin1', bytes) ?? '',
    problems: [{ kind: 'encoding', message, range }],
  };
}

function codingCookie(bytes: Uint8Array): string | undefined {
  const head = decodeAs('latin1', bytes.subarray(0, COOKIE_REACH)) ?? '';
  for (const line of head.split(/\r\n|\r|\n/u, 2)) {
    const name = CODING_COOKIE.exec(line)?.[1];
    if (name !== undefined) return name.toLowerCase().replaceAll('_', '-');
  }
  return undefined;
}

/** Undefined when the bytes do not fit or nothing has this label. A byte order mark is left out. */
function decodeAs(label: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
