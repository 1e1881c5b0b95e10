import { describe, expect, it } from 'vitest';
import { isOneSlipAway, isTypicalSlip } from '../../../src/analysis/rule-support/commands/near-name';
import { isInRange, newestAllowed } from '../../../src/analysis/rule-support/commands/version-range';

describe('ranges of versions', () => {
  it.each([
    ['2.5.1+cu121', '<2.6.0', true],
    ['2.6', '<2.6.0', false],
    ['3.9.0', '>=3.0.0,<3.9.0', false],
    ['2.9.9', '>=3.0.0,<3.9.0', false],
    ['0.3.80', '<0.3.81||>=1.0.0,<1.2.5', true],
    ['1.1', '<0.3.81||>=1.0.0,<1.2.5', true],
    ['0.4.0', '<0.3.81||>=1.0.0,<1.2.5', false],
    ['1.82.8', '==1.82.7||==1.82.8', true],
  ])('%s in %s: %s', (version, range, expected) => {
    expect(isInRange(version, range)).toBe(expected);
  });

  it.each([
    ['>=2.0,<2.6', { version: '2.6', isOpen: true }],
    ['<=1.2', { version: '1.2', isOpen: false }],
    ['~=4.40.0', { version: '4.41', isOpen: true }],
    ['^2.1', { version: '3', isOpen: true }],
    ['^0.1.3', { version: '0.2', isOpen: true }],
    ['~1.2.3', { version: '1.3', isOpen: true }],
    ['>=2.0', undefined],
    ['', undefined],
    ['latest', undefined],
    ['!=2.0', undefined],
  ])('the newest that %s allows', (specifier, expected) => {
    expect(newestAllowed(specifier)).toEqual(expected);
  });
});

describe('names that look like others', () => {
  it.each([
    ['tensorfow', 'tensorflow'],
    ['transformerss', 'transformers'],
    ['langchian', 'langchain'],
    ['scikit-laarn', 'scikit-learn'],
  ])('%s is one slip from %s', (name, meant) => {
    expect(isOneSlipAway(name, meant)).toBe(true);
  });

  it.each([
    ['tensorflow', 'tensorflow'],
    ['tensflo', 'tensorflow'],
    ['sentence-transformers', 'transformers'],
    ['abcd', 'badc'],
  ])('%s is none from %s', (name, meant) => {
    expect(isOneSlipAway(name, meant)).toBe(false);
  });

  it('takes only typical slips for a short name', () => {
    expect(['nmupy', 'numpyy', 'nupy'].map((name) => isTypicalSlip(name, 'numpy'))).toEqual([
      true,
      true,
      true,
    ]);
    expect(['numba', 'bumpy', 'numpyx'].map((name) => isTypicalSlip(name, 'numpy'))).toEqual([
      false,
      false,
      false,
    ]);
  });
});
