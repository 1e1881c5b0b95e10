import { describe, expect, test } from 'vitest';
import type { SourceModel } from '../../../../src/source/model';
import { PythonFrontEnd } from '../../../../src/source/python/python-front-end';
import { callIn, readPython } from './read-python';

/** Asks everything there is to ask. */
function exhaust(model: SourceModel): number {
  let answers = 0;
  for (const call of model.calls) {
    answers += call.names.length + model.qualifiedNames(call).length;
    for (const { value } of call.arguments.slice(0, 3)) {
      model.evaluate(value);
      model.stringParts(value);
      answers += model.origins(value).length;
    }
  }
  for (const literal of model.strings) answers += literal.parts.length + (literal.label?.length ?? 0);
  for (const one of model.functions)
    answers += one.decorators.length + one.parameters.length + one.returns.length;
  return answers;
}

describe('what is broken is read as far as it goes', () => {
  test.each([
    ['an open call', 'import torch\ntorch.load(\nprint(1)'],
    ['an open bracket', 'import torch\nx = d[\n\ndef f():\n  torch.load(f)'],
    ['a dot', 'import torch\ntorch.\ntorch.load(f)'],
    [
      'Python 2',
      'import torch\nprint "a"\nexec code in d\ntry:\n  pass\nexcept E, e:\n  torch.load(f)\nx = `y` <> 0777L',
    ],
    ['a conflict', 'import torch\n<<<<<<< HEAD\ntorch.load(f)\n=======\n>>>>>>> x\n'],
    ['a NUL', 'import torch\nx = "\0"\0\ntorch.load(f)'],
    ['wrong indentation', 'import torch\n  x\n y\n\ttorch.load(f)'],
  ])('%s', (_title, code) => {
    const model = readPython(code);
    expect(callIn(model, 'torch.load(').names).toEqual(['torch.load']);
    exhaust(model);
  });

  test('a syntax error is located', () => {
    const { problems } = readPython('a = 1\nb = = 2\nc = 3');
    expect(problems.map(({ kind }) => kind)).toEqual(['syntax']);
    expect(problems[0]?.range.start).toBeGreaterThan(5);
    expect(problems[0]?.range.end).toBeLessThan(14);
  });

  test.each([
    ['a byte-order mark', '\uFEFFimport torch\ntorch.load(f)'],
    ['CRLF', 'import torch\r\nx = 1 + \\\r\n  2\r\ntorch.load(f)\r\n'],
    ['old Mac line ends', 'import torch\rtorch.load(f)\r'],
    ['a form feed', 'import torch\n\f\n\fdef f():\n  torch.load(f)'],
  ])('%s is no error', (_title, code) => {
    const model = readPython(code);
    expect(model.problems).toEqual([]);
    expect(callIn(model, 'torch.load(').names).toEqual(['torch.load']);
  });
});

describe('what the grammar does not know is no error of the text', () => {
  test.each([
    'def f():\n  yield\n  x = yield\n  return (yield)',
    'x = 20.\ny = [1., 2.]',
    'match x:\n  case A():\n    pass',
  ])('%j', (code) => {
    expect(readPython(code).problems).toEqual([]);
  });
});

describe('hostile input comes to an end', () => {
  test.each([
    ['10,000 brackets', '('.repeat(10_000)],
    ['10,000 closed brackets', `x = ${'['.repeat(10_000)}1${']'.repeat(10_000)}`],
    ['10,000 nested calls', `${'f('.repeat(10_000)}${')'.repeat(10_000)}`],
    ['10,000 chained calls', `import a\na${'.b()'.repeat(10_000)}`],
    ['10,000 subscripts', `x${'[0]'.repeat(10_000)}`],
    ['10,000 nots', `f(${'not '.repeat(10_000)}x)`],
    ['5,000 lambdas', `f(${'lambda: '.repeat(5_000)}x)`],
    ['nested f-strings', `f(${'f"{'.repeat(2_000)}`],
    [
      'a ladder of aliases',
      Array.from({ length: 3_000 }, (_, i) => `a${i + 1} = a${i}`).join('\n') + '\nf(a3000.b())',
    ],
    [
      'aliases that double',
      Array.from({ length: 60 }, (_, i) => `a${i + 1} = a${i} + a${i}`).join('\n') + '\nf(a60)',
    ],
    [
      'chains that double',
      Array.from({ length: 60 }, (_, i) => `a${i + 1} = a${i}.x | a${i}.y`).join('\n') + '\na60.f()',
    ],
    [
      'a circle of functions',
      Array.from({ length: 50 }, (_, i) => `def f${i}(x): return f${(i + 1) % 50}(x)`).join('\n') +
        '\nf(f0(1))',
    ],
    ['a circle of classes', 'class A(B): pass\nclass B(A): pass\nA.x()\nB().y()'],
    ['noise', Array.from({ length: 20_000 }, (_, i) => String.fromCharCode((i * 7919) % 65_536)).join('')],
  ])('%s', (_title, code) => {
    expect(exhaust(readPython(code))).toBeGreaterThanOrEqual(0);
  });

  test('a long text is read up to the limit, and that is told', () => {
    const code = `first()\n${'x = 1\n'.repeat(1_000)}last()\n`;
    const { model } = new PythonFrontEnd({ length: 100 }).parse(code);
    expect(model.calls.map((call) => call.callee.kind)).toEqual(['name']);
    expect(model.problems[0]).toMatchObject({ kind: 'limit', range: { start: 100, end: code.length } });
  });

  test('a parse that takes too long stops, keeps what it has, and that is told', () => {
    const code = `first()\n${'x = [1, 2, 3]\n'.repeat(20_000)}last()\n`;
    const { model } = new PythonFrontEnd({ milliseconds: 0 }).parse(code);
    expect(model.calls.length).toBe(1);
    expect(model.problems[0]?.kind).toBe('limit');
  });
});
