const NEEDS_CHANGE = /^\uFEFF|\f|\\\r\n|[tT][rR]?["']/;
const TEMPLATE_PREFIX = /(?<![\w])([rR]?)[tT](?=[rR]?["'])/g;

/**
 * The text as the grammar is to read it: same length, other spelling where Lezer's Python grammar would stumble.
 * A byte-order mark and a form feed at a line's start become a line break, a backslash before `\r\n` moves one to the right, and
 * the prefix of template strings (Python 3.14) becomes that of f-strings.
 */
export function readableText(text: string): string {
  if (!NEEDS_CHANGE.test(text)) return text;
  return text
    .replace(/^\uFEFF/, '\n')
    .replace(/(?<=^|[\r\n])\f+/g, (feeds) => '\n'.repeat(feeds.length))
    .replaceAll('\\\r\n', ' \\\n')
    .replace(TEMPLATE_PREFIX, '$1f');
}

/** How far a change of one character can reach in {@link readableText}. */
export const READABLE_TEXT_REACH = 4;
