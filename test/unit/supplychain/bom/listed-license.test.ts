import { describe, expect, it } from 'vitest';
import { listedLicense } from '../../../../src/supplychain/bom/listed-license';

describe('a license', () => {
  it.each([
    ['apache-2.0', { kind: 'id', id: 'Apache-2.0' }],
    [' MIT ', { kind: 'id', id: 'MIT' }],
    ['mit or apache-2.0', { kind: 'expression', expression: 'MIT OR Apache-2.0' }],
    [
      '(MIT AND (BSD-3-Clause OR ISC))',
      { kind: 'expression', expression: '(MIT AND (BSD-3-Clause OR ISC))' },
    ],
    [
      'GPL-2.0-only WITH classpath-exception-2.0',
      { kind: 'expression', expression: 'GPL-2.0-only WITH Classpath-exception-2.0' },
    ],
    ['Apache-2.0+', { kind: 'expression', expression: 'Apache-2.0+' }],
    ['LicenseRef-Acme.1 AND MIT', { kind: 'expression', expression: 'LicenseRef-Acme.1 AND MIT' }],
  ])('%s is found in the list of SPDX', (text, expected) => {
    expect(listedLicense(text)).toEqual(expected);
  });

  it.each([
    'llama3.1',
    'MIT AND',
    'OR MIT',
    '(MIT',
    'MIT)',
    'MIT MIT',
    'MIT WITH nothing',
    '()',
    '__proto__',
    'constructor',
  ])('%s is none of the list and is kept as a name', (text) => {
    expect(listedLicense(text)).toEqual({ kind: 'name', name: text });
  });

  it('that is blank is none', () => {
    expect(listedLicense('  ')).toBeUndefined();
  });

  it('of many thousand words is a name, at once', () => {
    const text = '('.repeat(100_000);
    expect(listedLicense(text)).toEqual({ kind: 'name', name: text });
  });
});
