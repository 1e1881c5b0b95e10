import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SourceModel } from '../../../../src/source/model';
import { changedRange } from '../../../../src/server/documents/changed-range';
import { PythonFrontEnd } from '../../../../src/source/python/python-front-end';

const SNIPPETS = [
  'import torch\n', 'from a import b as c\n', 'torch.load(f)\n', 'def f(x):\n    ', 'return x\n', 'class A(B):\n  ',
  '"text"', 'f"{x}"', "'", '"""', '(', ')', '[', ']', '{', '}', ':', ',', '.', '=', '# note\n', '\n', '  ', 'x', ' = ',
  'c.d(x, y=1)', 'if x:\n    ', 'else:\n    ', '\\\r\n', '\f\n', 't"{a}"', '\t', 'lambda x: ', 'for a in b: ', '@d\n',
]; // prettier-ignore

const fragment = fc.constantFrom(...SNIPPETS);
const edits = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    remove: fc.nat(12),
    insert: fc.array(fragment, { maxLength: 3 }),
  }),
  { minLength: 1, maxLength: 5 },
);
const program = fc.array(fragment, { minLength: 20, maxLength: 200 }).map((parts) => parts.join(''));

/** What a user would notice: calls with their names, strings, imports, problems. */
function shape(model: SourceModel): unknown {
  return {
    calls: model.calls.map((call) => [call.range, call.names, call.arguments.length]),
    strings: model.strings.map((literal) => [literal.range, literal.value, literal.label]),
    functions: model.functions.map(({ name, range, className }) => [name, range, className]),
    imports: model.imports,
    syntax: model.problems.length > 0,
  };
}

test('a text parsed after edits is as if parsed anew', () => {
  const frontEnd = new PythonFrontEnd();
  fc.assert(
    fc.property(program, edits, (start, changes) => {
      let text = start;
      let source = frontEnd.parse(text);
      for (const { at, remove, insert } of changes) {
        const from = Math.floor(at * text.length);
        const to = Math.min(text.length, from + remove);
        const inserted = insert.join('');
        text = text.slice(0, from) + inserted + text.slice(to);
        source = frontEnd.parse(text, {
          source,
          changes: [{ range: { start: from, end: to }, inserted: inserted.length }],
        });
      }
      expect(shape(source.model)).toEqual(shape(frontEnd.parse(text).model));
    }),
    { numRuns: 150, seed: 20_261_123 },
  );
});

test('changes that do not lead to the text are not trusted', () => {
  const frontEnd = new PythonFrontEnd();
  const source = frontEnd.parse('a()\nb()\n');
  const { model } = frontEnd.parse('c()\nd()\ne()\n', { source, changes: [] });
  expect(model.calls.length).toBe(3);
});

const BODY = [
  '    total = int(len(rows) * path)', '    a.b(c, d[1])', '    for a in b:\n        if a:\n            c(a, "x")', '',
  '    def inner(x):\n        return f"{x}/y"', '    # a note', '    if a:\n        b()\n    else:\n        c()',
  '    with open(a) as b:\n        for c in b:\n            d(\n                c,\n            )',
]; // prettier-ignore

const notes = fc.array(fc.constantFrom('# a note', `# ${'a long note '.repeat(6)}`, ''), {
  maxLength: 12,
  size: 'max',
});
const body = fc.array(fc.constantFrom(...BODY), { minLength: 1, maxLength: 40, size: 'max' });
const wholeProgram = fc.array(fc.tuple(notes, body), { minLength: 2, maxLength: 6 }).map((functions) => {
  const lines = functions.flatMap(([above, inside]) => [
    ...above,
    'def f(rows, path):',
    ...inside,
    '    return path',
    '',
  ]);
  return ['import a', 'from b import c', '', ...lines, ''].join('\n');
});
const place = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });

/** Parses each text with the help of the one before; compares those that are valid with what they are when parsed anew. */
function compareEach(texts: readonly string[]): number {
  const frontEnd = new PythonFrontEnd();
  let before = texts[0] ?? '';
  let source = frontEnd.parse(before);
  let compared = 0;
  for (const text of texts.slice(1)) {
    const change = changedRange(before, text);
    if (change) source = frontEnd.parse(text, { source, changes: [change] });
    before = text;
    const anew = frontEnd.parse(text);
    if (anew.model.problems.length > 0) continue;
    expect(shape(source.model)).toEqual(shape(anew.model));
    compared += 1;
  }
  return compared;
}

test('functions begin and end where they do when lines that begin one come and go, however far below', () => {
  const edit = fc.record({ at: place, comes: fc.boolean() });
  let compared = 0;
  fc.assert(
    fc.property(wholeProgram, fc.array(edit, { minLength: 2, maxLength: 5 }), (start, edits) => {
      const texts = [start];
      for (const { at, comes } of edits) {
        const lines = (texts.at(-1) ?? '').split('\n');
        const heads = lines.flatMap((line, number) => (/^(?:def|import|from)/u.test(line) ? [number] : []));
        if (comes) lines.splice(Math.floor(at * lines.length), 0, 'def g(x):');
        else if (heads.length > 0) lines.splice(heads[Math.floor(at * heads.length)] ?? 0, 1);
        texts.push(lines.join('\n'));
      }
      compared += compareEach(texts);
    }),
    { numRuns: 100, seed: 20_261_123 },
  );
  expect(compared).toBeGreaterThan(100);
});

test('what an open bracket made of the code behind it is forgotten when it is closed', () => {
  const inside = '    for row in rows:\n        total += model(row["ids"], mask=row["mask"]).loss\n'.repeat(
    16,
  );
  const part = (name: string): string =>
    `def ${name}(model, rows):\n    total = 0\n${inside}    return total\n\n\n`;
  const start = ['a', 'b', 'c', 'd'].map(part).join('');
  const offset = start.indexOf('    return total');
  const typed = '    x = f(a["i"], b)\n';
  const texts = Array.from(
    { length: typed.length + 1 },
    (_, length) => start.slice(0, offset) + typed.slice(0, length) + start.slice(offset),
  );
  expect(compareEach(texts)).toBe(2);
});
