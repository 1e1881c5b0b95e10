const BYTE_ORDER_MARK = '\uFEFF';
/** `t"..."`, `rt'...'`; a quote in front means that the letter is itself quoted. */
const TEMPLATE_PREFIX = /(?<![\w'"])(?:t[rR]?|T[rR]?|[rR][tT])(?=["'])/g;

/** A target of `with` that is no plain name: `as self.file:`, `as (a, b):`. */
const WITH_TARGET = /(\bas[ \t]+)(\w+(?:\.\w+)+|\([\w \t,.*]+\))(?=[ \t]*[:,)])/g;

/** The dot of `20.`, a number without digits behind it. */
const NUMBER_DOT = /(?<![\w.])(\d[\d_]*)\.(?![\w.])/g;

/**
 * The text as the grammar is to read it: same length, other spelling where Lezer's Python grammar would stumble.
 * A byte-order mark and a form feed at a line's start become a line break, a backslash before `\r\n` moves one to the right,
 * the prefix of template strings (Python 3.14) becomes that of f-strings, a compound target of `with` becomes one name, and `20.` becomes `200` (values are read from the text itself).
 */
export function readableText(text: string): string {
  // Cheap tests come first: the exact patterns look behind, and most texts need no change.
  let readable = text;
  if (readable.startsWith(BYTE_ORDER_MARK)) readable = `\n${readable.slice(1)}`;
  if (readable.includes('\f')) {
    readable = readable.replace(/(?<=^|[\r\n])\f+/g, (feeds) => '\n'.repeat(feeds.length));
  }
  if (readable.includes('\\\r\n')) readable = readable.replaceAll('\\\r\n', ' \\\n');
  if (/\bas[ \t]+(?:\w+\.|\()/.test(readable)) {
    readable = readable.replace(
      WITH_TARGET,
      (_, as: string, target: string) => as + '_'.repeat(target.length),
    );
  }
  if (/\d\.(?![\w.])/.test(readable))
    readable = readable.replace(NUMBER_DOT, (_, digits: string) => `${digits}0`);
  if (/\b(?:t|rt|tr)["']/i.test(readable)) {
    readable = readable.replace(TEMPLATE_PREFIX, (prefix) => prefix.replace(/t/i, 'f'));
  }
  return readable;
}

/** How far a change can reach in {@link readableText}: the length of a long target. */
export const READABLE_TEXT_REACH = 200;
