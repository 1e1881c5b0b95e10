import { describe, expect, it } from 'vitest';
import { PythonFrontEnd } from '../../../../src/source/python/python-front-end';

function assignmentsOf(code: string): readonly (readonly [string, string])[] {
  const { model } = new PythonFrontEnd().parse(code);
  return (model.assignments ?? []).map(({ target, value }) => [
    model.textAt(target.range),
    model.textAt(value.range),
  ]);
}

describe('assignments', () => {
  it('gives names, attributes and elements with what they are given', () => {
    expect(assignmentsOf('DEBUG = True\nself.x.y = f(1)\nos.environ["A"] = "0"\n')).toEqual([
      ['DEBUG', 'True'],
      ['self.x.y', 'f(1)'],
      ['os.environ["A"]', '"0"'],
    ]);
  });

  it('gives each target of a chain, and those with a type', () => {
    expect(assignmentsOf('a = b.c = 1\nflag: bool = False\nonly: int\n')).toEqual([
      ['a', '1'],
      ['b.c', '1'],
      ['flag', 'False'],
    ]);
  });

  it('leaves out what is taken apart or added to', () => {
    expect(assignmentsOf('a, b = 1, 2\nx += 1\n(c, d) = p\n')).toEqual([]);
  });
});
