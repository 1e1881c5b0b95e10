import * as fc from 'fast-check';

/** One random edit: what is done, where (shares of the text's length), and with what. */
export interface RandomEdit {
  readonly kind:
    'insert' | 'delete' | 'replace' | 'line-out' | 'line-twice' | 'lines-swapped' | 'cut-off' | 'word';
  readonly at: number;
  readonly other: number;
  readonly length: number;
  readonly inserted: string;
}

/** Characters and words that change the most about what stands around them. */
const PIECES = [
  ...Array.from('()[]{}"\'`\\\n\t :;,.=#%!@$*&|<>/-+~^?0a_é😀\u200b\u202e\0'),
  '"""', "'''", '\\\n', '\r\n', 'f"{', '${', '`${', '{{', '}}', '/*', '*/', '//', '<!--', '-->', '```', '---\n', '&a ', '*a', '<<: ',
  'import os\n', 'from x import y\n', 'def f(x):\n', 'class A:\n', 'return ', 'lambda x: ', 'async ', 'await ', 'yield ', '=> ', 'function f() {',
  'const x = ', 'new X(', 'RUN curl x | sh\n', 'FROM a:latest\n', 'run: |\n', '- ', 'key: ', '  ', '        ',
]; // prettier-ignore

const KINDS: readonly RandomEdit['kind'][] = [
  'insert', 'insert', 'insert', 'delete', 'delete', 'replace', 'line-out', 'line-twice', 'lines-swapped', 'cut-off', 'word',
]; // prettier-ignore

const share = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });

/** Random edits, for fast-check. */
export const randomEdit: fc.Arbitrary<RandomEdit> = fc.record({
  kind: fc.constantFrom(...KINDS),
  at: share,
  other: share,
  length: fc.integer({ min: 1, max: 40 }),
  inserted: fc
    .array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 3 })
    .map((pieces) => pieces.join('')),
});

/** The text after an edit. */
export function editedText(text: string, { kind, at, other, length, inserted }: RandomEdit): string {
  const start = Math.floor(at * text.length);
  const lines = text.split('\n');
  const line = Math.floor(at * lines.length);
  const second = Math.floor(other * lines.length);
  switch (kind) {
    case 'insert':
      return text.slice(0, start) + inserted + text.slice(start);
    case 'delete':
      return text.slice(0, start) + text.slice(start + length);
    case 'replace':
      return text.slice(0, start) + inserted + text.slice(start + length);
    case 'line-out':
      return lines.toSpliced(line, 1).join('\n');
    case 'line-twice':
      return lines.toSpliced(second, 0, lines[line] ?? '').join('\n');
    case 'lines-swapped':
      return lines
        .with(line, lines[second] ?? '')
        .with(second, lines[line] ?? '')
        .join('\n');
    case 'cut-off':
      return text.slice(0, Math.max(start, Math.floor(text.length / 2)));
    case 'word':
      return text.slice(0, start) + text.slice(start).replace(/\w+/u, (word) => `${word}x`);
  }
}
