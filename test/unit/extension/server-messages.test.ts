import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { catalogSchema } from '../../../src/extension/client/catalog-schema';
import { findingsSchema, statusSchema } from '../../../src/extension/client/message-schemas';
import { catalog, sample } from './support/sample';

describe('what the server sends', () => {
  test('the catalog is taken whole', () => {
    expect(v.parse(catalogSchema, JSON.parse(JSON.stringify(catalog)))).toEqual(catalog);
  });

  test('findings are taken as they are, with and without a cell', () => {
    const message = { uri: 'file:///project/a.ipynb', findings: [sample(), sample({ cell: 0 })] };
    expect(v.parse(findingsSchema, message)).toEqual(message);
    expect('cell' in (v.parse(findingsSchema, message).findings[0] ?? {})).toBe(false);
  });

  test.each([
    [{ findings: [] }],
    [{ uri: 'file:///a', findings: [{ ...sample(), severity: 'fatal' }] }],
    [{ uri: 'file:///a', findings: [{ ...sample(), cell: -1 }] }],
    [{ uri: 'file:///a', findings: [{ ...sample(), range: { start: { line: 0 } } }] }],
  ])('findings in another shape are refused', (message) => {
    expect(v.is(findingsSchema, message)).toBe(false);
  });

  test('a status without numbers is refused', () => {
    expect(v.is(statusSchema, { state: 'scanning', attention: '' })).toBe(false);
  });
});
