import { describe, expect, it } from 'vitest';
import { canBeMet } from '../../../../src/supplychain/policy/license-expression';
import { fitsPattern } from '../../../../src/supplychain/policy/name-pattern';

describe('a pattern of names', () => {
  it.each([
    ['acme/*', 'acme/encoder', true],
    ['acme/*', 'acme', false],
    ['*', '', true],
    ['a*b*c', 'a-b-b-c', true],
    ['a*b', 'a-b-c', false],
    ['ACME/Enc', 'acme/enc', true],
    ['a.c', 'abc', false],
    ['a+(b', 'a+(b', true],
  ])('%s and %s', (pattern, name, expected) => {
    expect(fitsPattern(pattern, name)).toBe(expected);
  });

  it('costs no more than both lengths multiplied', () => {
    expect(fitsPattern('*a'.repeat(200), 'a'.repeat(2_000) + 'b')).toBe(false);
  });
});

describe('a license expression', () => {
  const approved = new Set(['mit', 'apache-2.0', 'gpl-2.0-only with classpath-exception-2.0']);
  it.each([
    ['MIT', true],
    ['MIT OR GPL-3.0-only', true],
    ['MIT AND GPL-3.0-only', false],
    ['MIT AND (GPL-3.0-only OR Apache-2.0)', true],
    ['GPL-2.0-only WITH Classpath-exception-2.0', true],
    ['GPL-2.0-only', false],
    ['Apache-2.0 WITH LLVM-exception', true],
    ['((MIT)', false],
    ['MIT OR', false],
    ['OpenRAIL License for all', false],
    [`${'('.repeat(5_000)}MIT`, false],
    ['', false],
  ])('%s', (expression, expected) => {
    expect(canBeMet(expression, (license) => approved.has(license.toLowerCase()))).toBe(expected);
  });
});
