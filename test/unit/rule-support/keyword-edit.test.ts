import { expect, it } from 'vitest';
import { keywordEdit } from '../../../src/analysis/rule-support/keyword-edit';
import { PythonFrontEnd } from '../../../src/source/python/python-front-end';
import { applyEdits } from '../../../src/source/text-edit';

/** Sets `safe=True` on the last call of the code. */
function withKeyword(code: string): string | undefined {
  const { model } = new PythonFrontEnd().parse(code);
  const call = model.calls.find(({ callee }) => callee.kind === 'name' && callee.name === 'f');
  const edit = call && keywordEdit(call, { keyword: 'safe' }, 'True', model);
  return edit && applyEdits(code, [edit]);
}

it.each([
  ['f()', 'f(safe=True)'],
  ['f( )', 'f(safe=True )'],
  ['f(a)', 'f(a, safe=True)'],
  ['f(a,)', 'f(a, safe=True,)'],
  ['f(*a)', 'f(*a, safe=True)'],
  ['f(a, safe=False, b=1)', 'f(a, safe=True, b=1)'],
  ['f(safe = False)', 'f(safe = True)'],
  ['f(g(a), b=[1, 2])', 'f(g(a), b=[1, 2], safe=True)'],
  ['f((x for x in y))', 'f((x for x in y), safe=True)'],
  ['f([x for x in y])', 'f([x for x in y], safe=True)'],
  ['f(\n    a,\n    b,\n)', 'f(\n    a,\n    b,\n    safe=True,\n)'],
  ['f(\n    a,\n    b  # last\n)', 'f(\n    a,\n    b,\n    safe=True  # last\n)'],
  ['f(a,\n  b)', 'f(a,\n  b,\n  safe=True)'],
])('edits %j', (before, after) => {
  expect(withKeyword(before)).toBe(after);
});

it.each([
  ['a generator without parentheses', 'f(x for x in y)'],
  ['arguments that cannot be seen', 'f(a, **options)'],
  ['a value in a dictionary elsewhere', 'options = {"safe": False}\nf(a, **options)'],
])('leaves alone %s', (_, code) => {
  expect(withKeyword(code)).toBeUndefined();
});
