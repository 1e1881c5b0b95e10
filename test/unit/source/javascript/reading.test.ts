import { describe, expect, it } from 'vitest';
import type { FrontEnd } from '../../../../src/source/front-end';
import { JavaScriptFrontEnd } from '../../../../src/source/javascript/javascript-front-end';
import { readScript } from './read-script';

describe('functions', () => {
  it('go by the name they are given', () => {
    const { functions } = readScript(
      'function a() {}\nconst b = () => 1;\nconst o = { c() {}, d: async function () {} };\nclass E { f() {} g = () => 2; }\nexports.h = (x) => x;\nuse(() => 3);',
    );
    expect(functions.map(({ name, className }) => (className ? `${className}.${name}` : name))).toEqual([
      'a', 'b', 'c', 'd', 'E.f', 'E.g', 'h', '',
    ]); // prettier-ignore
  });

  it('are found around a place', () => {
    const code = 'const outer = () => { const inner = () => here; };';
    expect(readScript(code).functionAt(code.indexOf('here'))?.name).toBe('inner');
  });
});

describe('comments', () => {
  it('of every form have their text', () => {
    const { comments } = readScript('// a\nx; /* b */\nconst y = <p>{/* c */}</p>;');
    expect(comments.map(({ text, ownLine }) => [text.trim(), ownLine])).toEqual([
      ['a', true],
      ['b', false],
      ['c', false],
    ]);
  });
});

describe('string literals', () => {
  it('have the name they are given to', () => {
    const { strings } = readScript(
      "const a = 'x';\nb.c = 'x';\nf({ d: 'x', 'e-f': 'x' });\nconst g = process.env.G ?? 'x';\nconst h = <p i=\"x\" />;",
    );
    expect(strings.filter(({ value }) => value === 'x').map(({ label }) => label)).toEqual([
      'a', 'c', 'd', 'e-f', 'g', 'i',
    ]); // prettier-ignore
  });
});

describe('what cannot be read', () => {
  it.each([
    ['open brackets', '['.repeat(20_000)],
    ['nested calls', `${'f('.repeat(5_000)}${')'.repeat(5_000)}`],
    ['a chain', `a${'.b()'.repeat(5_000)}`],
    ['a long sum', `f(${"'a' + ".repeat(5_000)}'b')`],
    ['a circle of values', 'let a = b, b = a;\nf(a, b.c());'],
    ['a circle of functions', 'const a = () => b();\nconst b = () => a();\nf(a());'],
    ['a circle of spreads', 'const a = { ...b };\nconst b = { ...a };\nf(a);'],
    ['a circle of classes', 'class A extends B {}\nclass B extends A {}\nnew A().x();'],
    ['half a statement', 'const x = await client.chat.'],
    ['half a tag', 'const x = <div onClick={'],
    [
      'names of what every object has',
      'const { constructor, toString } = hasOwnProperty;\nvalueOf().toString().constructor();',
    ],
  ])('%s comes to an end', (_title, code) => {
    const model = readScript(code);
    const seen = model.calls.map((call) => [
      call.names.length,
      call.arguments.map(({ value }) => [
        model.evaluate(value),
        model.origins(value),
        model.stringParts(value),
      ]),
    ]);
    expect(seen.length).toBe(model.calls.length);
  });

  it('is told in JavaScript', () => {
    expect(readScript('const = 1;', 'javascript').problems.map(({ kind }) => kind)).toEqual(['syntax']);
  });

  it('is told when a limit is reached', () => {
    const { model } = new JavaScriptFrontEnd('javascript', { length: 10 }).parse('f(1);\nf(2);\nf(3);');
    expect(model.problems.map(({ kind }) => kind)).toContain('limit');
  });
});

describe('the output of a bundler', () => {
  it('is not looked at', () => {
    expect(readScript('f(1);'.repeat(10_000)).calls).toEqual([]);
    expect(readScript('f(1);\n'.repeat(100)).calls).toHaveLength(100);
  });
});

describe('a text that is edited', () => {
  it('reads the same as when it is read anew', () => {
    const frontEnd: FrontEnd = new JavaScriptFrontEnd('typescript');
    const before = "import { exec } from 'child_process';\nconst a = 1;\nexec(a);\n";
    const after = before.replace('const a = 1', 'const a = `${b}`');
    const start = before.indexOf('1;');
    const edited = frontEnd.parse(after, {
      source: frontEnd.parse(before),
      changes: [{ range: { start, end: start + 1 }, inserted: '`${b}`'.length }],
    });
    const told = ({ calls, strings }: typeof edited.model): unknown => [
      calls.map(({ names, range }) => [names, range]),
      strings.map(({ range }) => range),
    ];
    expect(told(edited.model)).toEqual(told(frontEnd.parse(after).model));
  });
});
