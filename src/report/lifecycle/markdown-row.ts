/** A row of a Markdown table; nothing in a cell can end it or begin markup. */
export function markdownRow(cells: readonly string[]): string {
  return `| ${cells.map(escape).join(' | ')} |`;
}

function escape(text: string): string {
  return text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/[\\`*_[\]|~#!]/g, (character) => `\\${character}`);
}
