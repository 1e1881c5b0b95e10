const BYTE_ORDER_MARK = '\uFEFF';
/** `t"..."`, `rt'...'`; a quote in front means that the letter is itself quoted. */
const TEMPLATE_PREFIX = /(?<![\w'"])(?:t[rR]?|T[rR]?|[rR][tT])(?=["'])/g;

/**
 * The text as the grammar is to read it: same length, other spelling where Lezer's Python grammar would stumble.
 * A byte-order mark and a form feed at a line's start become a line break, a backslash before `\r\n` moves one to the right, and
 * the prefix of template strings (Python 3.14) becomes that of f-strings.
 */
export function readableText(text: string): string {
  let readable = text;
  if (readable.startsWith(BYTE_ORDER_MARK)) readable = `\n${readable.slice(1)}`;
  if (readable.includes('\f')) {
    readable = readable.replace(/(?<=^|[\r\n])\f+/g, (feeds) => '\n'.repeat(feeds.length));
  }
  if (readable.includes('\\\r\n')) readable = readable.replaceAll('\\\r\n', ' \\\n');
  return readable.search(TEMPLATE_PREFIX) < 0
    ? readable
    : readable.replace(TEMPLATE_PREFIX, (prefix) => prefix.replace(/t/i, 'f'));
}

/** How far a change of one character can reach in {@link readableText}. */
export const READABLE_TEXT_REACH = 4;
