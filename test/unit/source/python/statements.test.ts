import { describe, expect, test } from 'vitest';
import { readPython } from './read-python';

const CODE = `import a
@deco(
  1)
def f(x,
      y):
    # note
    a; b = 2
    if x:
        go()
    elif y:
        stop()
`;

function at(find: string): string | undefined {
  const model = readPython(CODE);
  const range = model.statementAt(CODE.indexOf(find));
  return range && CODE.slice(range.start, range.end);
}

describe('statements', () => {
  test.each([
    ['import', 'import a'],
    ['1)', '@deco(\n  1)\ndef f(x,\n      y):'],
    ['y):', '@deco(\n  1)\ndef f(x,\n      y):'],
    ['a; b', 'a'],
    ['b = 2', 'b = 2'],
    ['if x', 'if x:'],
    ['go()', 'go()'],
    ['elif', 'elif y:'],
  ])('at %j', (find, statement) => {
    expect(at(find)).toBe(statement);
  });

  test('none at a comment of its own', () => {
    expect(at('# note')).toBeUndefined();
  });

  test('the next one after a comment', () => {
    const range = readPython(CODE).statementAfter(CODE.indexOf('# note'));
    expect(range && CODE.slice(range.start, range.end)).toBe('a');
  });

  test('none after the last', () => {
    expect(readPython(CODE).statementAfter(CODE.length)).toBeUndefined();
  });
});

describe('comments', () => {
  test('tell whether they stand alone', () => {
    const { comments } = readPython('a = 1  # one\n  # two\r\nb = "# no"');
    expect(comments.map(({ text, ownLine }) => [text, ownLine])).toEqual([
      [' one', false],
      [' two', true],
    ]);
  });
});

describe('functions', () => {
  test('have parameters with annotation and default', () => {
    const model = readPython('async def f(a, *b, c: int = 1, **d): return a, 1');
    const [found] = model.functions;
    expect(found?.isAsync).toBe(true);
    expect(found?.parameters.map(({ name }) => name)).toEqual(['a', 'b', 'c', 'd']);
    expect(found?.parameters[2]?.default?.kind).toBe('number');
    expect(found?.returns[0]?.kind).toBe('collection');
  });

  test('are found around an offset, the innermost first', () => {
    const code = 'class A:\n  def f(self):\n    def g():\n      x\n    y';
    const model = readPython(code);
    expect(model.functionAt(code.indexOf('x'))?.name).toBe('g');
    expect(model.functionAt(code.indexOf('y'))?.className).toBe('A');
    expect(model.functionAt(0)).toBeUndefined();
  });
});
