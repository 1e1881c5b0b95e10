import { describe, expect, it } from 'vitest';
import { callOf, readScript } from './read-script';

function lookUp(code: string, selector: { keyword?: string; position?: number }): string {
  const model = readScript(code);
  const found = callOf(model, 'f').argument(selector);
  return found.state === 'given' ? model.textAt(found.argument.value.range) : found.state;
}

describe('an argument', () => {
  it.each([
    ['by position', 'f(a, b);', { position: 1 }, 'b'],
    ['the last one', 'f(a, b);', { position: -1 }, 'b'],
    ['as a property', 'f(a, { model: b });', { keyword: 'model' }, 'b'],
    ['in short', 'f({ model });', { keyword: 'model' }, 'model'],
    ['as a method', 'f({ async run() {} });', { keyword: 'run' }, 'async run() {}'],
    ['of options kept apart', 'const o = { model: b };\nf(o);', { keyword: 'model' }, 'b'],
    ['of options spread in', 'const o = { model: b };\nf({ ...o, c: 1 });', { keyword: 'model' }, 'b'],
    ['spread in when it is there', 'f({ ...(model && { model }), c: 1 });', { keyword: 'model' }, 'model'],
    ['of one of two', 'f({ ...(a ? { model: b } : {}) });', { keyword: 'model' }, 'b'],
    ['that is not there', 'f({ c: 1 });', { keyword: 'model' }, 'absent'],
    ['that a spread may hold', 'f({ ...rest });', { keyword: 'model' }, 'unknown'],
    ['that unseen options may hold', 'f(options);', { keyword: 'model' }, 'unknown'],
    [
      'that options changed later may hold',
      'const o = {};\no.model = 1;\nf(o);',
      { keyword: 'model' },
      'unknown',
    ],
    ['behind a spread', 'f(...list, a);', { position: 0 }, 'unknown'],
    ['of a list spread in', 'const list = [a, b];\nf(...list);', { position: 1 }, 'b'],
  ])('%s', (_title, code, selector, expected) => {
    expect(lookUp(code, selector)).toBe(expected);
  });
});

describe('a value', () => {
  it.each([
    ['template of constants', 'const a = `x${1}`;\nf(`${a}-y`);', 'x1-y'],
    ['sum', "f('a' + 'b');", 'ab'],
    ['entry of a constant object', "const C = { model: 'm' } as const;\nf(C.model);", 'm'],
    ['member of a class', "class A { static m = 'x'; }\nf(A.m);", 'x'],
    ['default that nothing replaces', "const g = (r = 'main') => f(r);\ng();", 'main'],
    ['escapes', String.raw`f('a\n\u0041\x42');`, 'a\nAB'],
    ['nothing', 'f(undefined);', null],
    ['switch', 'f(!0);', true],
  ])('%s', (_title, code, expected) => {
    const model = readScript(code);
    const given = callOf(model, 'f').arguments[0];
    expect(given && model.evaluate(given.value)).toEqual({ known: true, value: expected });
  });

  it('is unknown when it may change', () => {
    const model = readScript("let a = 'x';\nif (y) a = 'z';\nf(a);");
    const given = callOf(model, 'f').arguments[0];
    expect(given && model.evaluate(given.value)).toEqual({ known: false });
  });
});
