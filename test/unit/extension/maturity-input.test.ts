import { describe, expect, test } from 'vitest';
import { changedPart } from '../../../src/extension/maturity/changed-part';
import { pathProblem } from '../../../src/extension/maturity/path-problem';

describe('the part of a text that has changed', () => {
  test.each([
    ['', 'a: 1\n'],
    ['a: 1\n', 'a: 1\nb: 2\n'],
    ['a: 1\nc: 3\n', 'a: 1\nb: 2\nc: 3\n'],
    ['aaa', 'aaaa'],
    ['same', 'same'],
    ['a: 1 # x\n', 'a: 2 # x\n'],
  ])('put into %j it gives %j', (before, after) => {
    const { start, end, text } = changedPart(before, after);
    expect(before.slice(0, start) + text + before.slice(end)).toBe(after);
  });

  test('what is around it stays', () => {
    expect(changedPart('a\nc\n', 'a\nb\nc\n')).toEqual({ start: 2, end: 2, text: 'b\n' });
  });
});

describe('where a file from a template may be', () => {
  test.each(['SECURITY.md', '.github/workflows/model-security.yml', 'docs/a b.md'])('%j', (path) => {
    expect(pathProblem(path)).toBeUndefined();
  });

  test.each(['', 'docs/', '/etc/passwd', '../outside.md', 'a/../../b', './a', 'a//b', 'C:/a', 'a\\b'])(
    'not %j',
    (path) => {
      expect(pathProblem(path)).toMatch(/\.$/u);
    },
  );
});
