import { describe, expect, test } from 'vitest';
import { callIn, readPython, textOf } from './read-python';

function given(code: string, selector: { keyword?: string; position?: number }): string {
  const model = readPython(code);
  const found = callIn(model, 'f(').argument(selector);
  return found.state === 'given' ? textOf(model, found.argument.value) : found.state;
}

describe('arguments', () => {
  test.each([
    ['f(1, 2)', { position: 1 }, '2'],
    ['f(1, k=2)', { keyword: 'k' }, '2'],
    ['f(1, k=2)', { keyword: 'k', position: 0 }, '2'],
    ['f(1)', { keyword: 'k', position: 0 }, '1'],
    ['f(1)', { keyword: 'k', position: 1 }, 'absent'],
    ['f(*a, 1)', { position: 1 }, 'unknown'],
    ['f(1, *a)', { position: 0 }, '1'],
    ['f(**k)', { keyword: 'k' }, 'unknown'],
    ['f(**{"k": 2})', { keyword: 'k' }, '2'],
    ['f(**{"k": 2})', { keyword: 'j' }, 'absent'],
    ['f(**{"k": 2, **more})', { keyword: 'j' }, 'unknown'],
    ['d = {"k": 2}\nf(**d)', { keyword: 'k' }, '2'],
    ['d = dict(k=2)\nf(**d)', { keyword: 'k' }, '2'],
    ['d = {}\nd["k"] = 2\nf(**d)', { keyword: 'k' }, '2'],
    ['d = {}\nd["k"] = 2\nf(**d)', { keyword: 'j' }, 'absent'],
    ['d = {}\nd.setdefault("k", 2)\nf(**d)', { keyword: 'k' }, '2'],
    ['d = {"k": 1}\nd["k"] = 2\nf(**d)', { keyword: 'k' }, 'unknown'],
    ['d = {}\nif a:\n    d["k"] = 2\nf(**d)', { keyword: 'k' }, 'unknown'],
    ['d = {}\nd[name] = 2\nf(**d)', { keyword: 'k' }, 'unknown'],
    ['d = {}\nf(**d)\nd["k"] = 2', { keyword: 'k' }, 'absent'],
    ['d = {}\nd["k"] = 2\nd["k"] = 3\nf(**d)', { keyword: 'k' }, 'unknown'],
    ['def g(**d):\n    d["k"] = 2\n    f(**d)', { keyword: 'k' }, '2'],
    ['def g(**d):\n    d["k"] = 2\n    f(**d)', { keyword: 'j' }, 'unknown'],
    ['f(*[1, 2])', { position: 1 }, '2'],
    ['f(x for x in y)', { position: 0 }, '(x for x in y)'],
    ['f(\n  1, # one\n  k = 2,\n)', { keyword: 'k' }, '2'],
    ['f(n := 5)', { position: 0 }, '5'],
  ])('%j %j', (code, selector, expected) => {
    expect(given(code, selector)).toBe(expected);
  });

  test('a partial adds what it holds', () => {
    const model = readPython(
      'from functools import partial\nimport t\nf = partial(t.load, 1, safe=True)\nf(2, x=3)',
    );
    const call = callIn(model, 'f(2');
    const shown = (selector: { keyword?: string; position?: number }) => {
      const found = call.argument(selector);
      return found.state === 'given'
        ? [textOf(model, found.argument.value), found.argument.inPlace]
        : found.state;
    };
    expect(call.names).toEqual(['t.load']);
    expect([shown({ position: 0 }), shown({ position: 1 })]).toEqual([
      ['1', false],
      ['2', true],
    ]);
    expect([shown({ keyword: 'safe' }), shown({ keyword: 'x' })]).toEqual([
      ['True', false],
      ['3', true],
    ]);
  });

  test('a keyword at the call replaces that of the partial', () => {
    const model = readPython(
      'from functools import partial\nimport t\nf = partial(t.load, safe=True)\nf(safe=False)',
    );
    const call = callIn(model, 'f(safe');
    expect(call.arguments.map((argument) => textOf(model, argument.value))).toEqual(['False']);
  });

  test('arguments from elsewhere are not in place', () => {
    const model = readPython('d = {"k": 2}\nf(1, **d)');
    expect(callIn(model, 'f(').arguments.map(({ keyword, inPlace }) => [keyword, inPlace])).toEqual([
      [undefined, true],
      ['k', false],
    ]);
  });

  test('ranges hold the keyword and lie between the parentheses', () => {
    const model = readPython('f(1, k = 2)');
    const call = callIn(model, 'f(');
    const at = ({ start, end }: { start: number; end: number }) => model.text.slice(start, end);
    expect(call.arguments.map(({ range }) => at(range))).toEqual(['1', 'k = 2']);
    expect(at(call.argumentsRange)).toBe('1, k = 2');
  });
});
