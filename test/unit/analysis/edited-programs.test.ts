import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { RULES } from '../../../src/analysis/rules/registry.generated';
import { EditedProgram } from './edited-program';

const EXAMPLES = join(__dirname, '../../../examples');
const FILES = ['agent.py', 'load_models.py', 'model_store.py', 'rag_chat.py', 'serve.py', 'train.py'];
const SNIPPETS = RULES.flatMap(({ examples: { bad, good } }) =>
  [...bad, ...good].filter(({ output }) => output !== true).map(({ code }) => code),
);

/** A program of this project's examples, or one that is put together of the rules' own. */
const program = fc.oneof(
  fc.constantFrom(...FILES).map((file) => readFileSync(join(EXAMPLES, file), 'utf8')),
  fc.array(fc.constantFrom(...SNIPPETS), { minLength: 3, maxLength: 8 }).map((parts) => parts.join('\n')),
);

/** What people do to a program: `at` and `other` say where, from 0 to 1. */
const EDITS: readonly ((lines: string[], at: number, other: number) => void)[] = [
  (lines, at) => void lines.splice(at, 1),
  (lines, at, other) => void lines.splice(at, 0, lines[other] ?? ''),
  (lines, at, other) => void ([lines[at], lines[other]] = [lines[other] ?? '', lines[at] ?? '']),
  (lines, at) => void (lines[at] = (lines[at] ?? '').replace(/\w+(?=\W*$)/u, (word) => `${word}x`)),
  (lines, at) => void (lines[at] = (lines[at] ?? '').replace(/True|False|"[^"]*"|\d+/u, 'None')),
  (lines, at) => void (lines[at] = (lines[at] ?? '').replace(/[)\]}"]/u, '')),
  (lines, at) => void (lines[at] = `${lines[at] ?? ''}  # a note`),
  (lines, at) => void (lines[at] = `    ${lines[at] ?? ''}`),
  (lines, at, other) =>
    void (lines[at] = (lines[at] ?? '').replace(/\b[a-z_]{3,}\b/u, () => wordOf(lines[other] ?? '') ?? 'x')),
];

function wordOf(line: string): string | undefined {
  return /\b[a-z_]{3,}\b/u.exec(line)?.[0];
}

const edit = fc.record({
  kind: fc.nat(EDITS.length - 1),
  at: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
  other: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
  isTakenBack: fc.boolean(),
});

test('after any edits, what is found is what a look at the whole program finds', { timeout: 90_000 }, () => {
  let findings = 0;
  fc.assert(
    fc.property(program, fc.array(edit, { minLength: 2, maxLength: 8 }), (start, edits) => {
      const edited = new EditedProgram(start);
      let text = start;
      for (const { kind, at, other, isTakenBack } of edits) {
        const lines = text.split('\n');
        const place = (share: number): number => Math.floor(share * lines.length);
        EDITS[kind]?.(lines, place(at), place(other));
        const found = edited.become(lines.join('\n'));
        expect(found).toEqual(edited.anew());
        findings += found.findings.length;
        if (isTakenBack) expect(edited.become(text)).toEqual(edited.anew());
        else text = lines.join('\n');
      }
    }),
    { numRuns: 120, seed: 20_261_123 },
  );
  expect(findings).toBeGreaterThan(500);
});

/** Statements that define each other: what they mean may depend on where one begins to ask. */
const CIRCULAR = [
  'import pickle as a', 'import json as b', 'a = b', 'b = a', 'a = c()', 'b = c().a', 'c = a', 'from pickle import loads',
  'for _ in items:\n    a, b = b, a\n    c = a or c', 'while b:\n    b = b.next() or a\n    a = b', 'a += b',
  'def c():\n    return d() or a', 'def d(x=a):\n    for _ in x:\n        x = x.y or c()\n    return x', 'c(d)', 'd(b)', 'd(x=c())',
  'def e():\n    return c().loads(data)', 'def f():\n    global a\n    a = d()\n    return a.loads(data)',
  'class A(B):\n    a = a\n    def loads(self, x):\n        self.b = self.b or b\n        return self.b.loads(x)',
  'class B(A):\n    def c(self):\n        return self.a or c()', 'a = A()', 'b = B().c()', 'a.loads(data)', 'b.loads(data)',
  'c().loads(data)', 'A().a.loads(data)', 'B().c().loads(data)', 'loads(d())', 'c = lambda: d().a or c()', 'b = [a, c][0]',
  'options = {**options, "x": a}', 'd(**options)', 'a.load(open(b), **options)', 'e().loads(f())', 'c = f"{c}{a}" + c',
]; // prettier-ignore

test(
  'what is found in statements that define each other is what a look at all of them finds',
  { timeout: 90_000 },
  () => {
    const statements = fc.array(fc.constantFrom(...CIRCULAR), { minLength: 4, maxLength: 14 });
    const change = fc.record({
      at: fc.nat(13),
      removes: fc.boolean(),
      statement: fc.option(fc.constantFrom(...CIRCULAR)),
    });
    fc.assert(
      fc.property(statements, fc.array(change, { minLength: 1, maxLength: 6 }), (start, changes) => {
        const program = ['import pickle', ...start];
        const edited = new EditedProgram(program.join('\n'));
        for (const { at, removes, statement } of changes) {
          program.splice(1 + at, removes ? 1 : 0, ...(statement === null ? [] : [statement]));
          expect(edited.become(program.join('\n'))).toEqual(edited.anew());
        }
      }),
      { numRuns: 300, seed: 20_261_123 },
    );
  },
);

test('while a statement is typed, key by key, what is found is what a look at the whole program finds', () => {
  const start = readFileSync(join(EXAMPLES, 'rag_chat.py'), 'utf8');
  const edited = new EditedProgram(start);
  const statement = '\nstate = torch.load(find("weights.pt", [1, 2]), weights_only=False)\n';
  const at = start.indexOf('\n\n') + 1;
  for (let length = 1; length <= statement.length; length++) {
    const found = edited.become(start.slice(0, at) + statement.slice(0, length) + start.slice(at));
    expect(found).toEqual(edited.anew());
  }
});
