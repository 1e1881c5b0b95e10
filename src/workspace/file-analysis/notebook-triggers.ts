/** How JSON may write printable ASCII that it could have written as it is: U+0020 to U+007F. */
const ESCAPED_ASCII = ['2', '3', '4', '5', '6', '7'].map((digit) => [`\\u00${digit}`]);

/**
 * Sets of trigger words as they stand in the JSON of a notebook. Quotes, slashes and line ends are escaped there, so a word
 * is searched by its longest run of characters that JSON writes as they are.
 */
export function notebookTriggers(sets: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return [...sets.map((words) => words.map(longestPlainRun)), ...ESCAPED_ASCII];
}

function longestPlainRun(word: string): string {
  return word
    .split(/["\\/\x00-\x1f\x7f-\uffff]/u)
    .reduce((longest, run) => (run.length > longest.length ? run : longest), '');
}
