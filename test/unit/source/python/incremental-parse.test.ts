import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SourceModel } from '../../../../src/source/model';
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
