import { describe, expect, it } from 'vitest';
import { safetensors } from '../../../support/models/safetensors';
import { bytes, SYSTEM } from '../support/assemble';
import { evidence, inspect } from '../support/inspect';

const HEADER = {
  __metadata__: { format: 'pt', license: 'apache-2.0' },
  weight: { dtype: 'F32', shape: [2, 2], data_offsets: [0, 16] },
  scale: { dtype: 'BF16', shape: [], data_offsets: [16, 18] },
};
const DATA = new Uint8Array(18);
const U8 = (start: number, end: number): object => ({
  dtype: 'U8',
  shape: [end - start],
  data_offsets: [start, end],
});
const messages = (header: object | string, data = DATA, length?: number): string =>
  inspect(safetensors(header, data, length), 'model.safetensors')
    .findings.map(({ verdict, message }) => `${verdict}: ${message}`)
    .join('\n');

describe('a safetensors file', () => {
  it('is safe when its header is right, whatever it is called', () => {
    const report = inspect(safetensors(HEADER, DATA), 'model.bin');
    expect(report).toMatchObject({ format: 'safetensors', verdict: 'safe', findings: [] });
    expect(report.facts.tensors).toEqual([
      { name: 'weight', shape: [2, 2], type: 'F32', where: '', size: 16 },
      { name: 'scale', shape: [], type: 'BF16', where: '', size: 2 },
    ]);
    expect(report.facts.properties).toContainEqual({ name: 'license', value: 'apache-2.0', where: '' });
  });

  it('may be padded with spaces, list its tensors in any order and have empty ones', () => {
    expect(messages(`${JSON.stringify(HEADER)}    `)).toBe('');
    expect(messages({ b: U8(4, 18), none: U8(4, 4), a: U8(0, 4) })).toBe('');
    expect(messages({}, new Uint8Array(0))).toBe('');
  });

  it.each([
    [
      'two tensors of one name',
      `{"a":${JSON.stringify(U8(0, 18))},"a":${JSON.stringify(U8(0, 18))}}`,
      '"a" is in the header twice',
    ],
    ['tensors over one another', { a: U8(0, 10), b: U8(8, 18) }, 'The tensor "b" lies over another one.'],
    ['a hole', { a: U8(0, 8), b: U8(10, 18) }, '2 bytes before "b" belong to no tensor.'],
    ['a tensor after the end', { a: U8(0, 40) }, 'The tensor "a" ends 22 bytes after the file.'],
    [
      'a type that does not exist',
      { a: { dtype: 'OBJ', shape: [18], data_offsets: [0, 18] } },
      'its type "OBJ" does not exist',
    ],
    [
      'a shape of another size',
      { a: { dtype: 'F32', shape: [3], data_offsets: [0, 18] } },
      'its shape needs 12 bytes, and its place has 18',
    ],
    [
      'a negative size',
      { a: { dtype: 'U8', shape: [-1], data_offsets: [0, 18] } },
      'its shape is no list of whole numbers',
    ],
    ['more than a tensor has', { a: { ...U8(0, 18), code: 'x' } }, 'it has "code", which no tensor has'],
    ['metadata that is no text', { __metadata__: { a: 1 }, b: U8(0, 18) }, '"a" in the metadata is no text.'],
    [
      'something after the header',
      `${JSON.stringify(HEADER)}PK`,
      '2 characters stand in the header after its end.',
    ],
    ['a header that is no JSON', '{"a": }', 'The header is not valid JSON: a value is missing.'],
  ])('with %s is suspicious', (_what, header, message) => {
    expect(messages(header)).toContain(`suspicious: `);
    expect(messages(header)).toContain(message);
  });

  it('that says its header is larger than the file is suspicious', () => {
    expect(messages(HEADER, DATA, 2 ** 40)).toContain('The header says that it has 1099511627776 bytes');
  });

  it('with a pickle behind its last tensor is malicious', () => {
    const report = inspect(safetensors(HEADER, bytes(DATA, SYSTEM)), 'model.safetensors');
    expect(report.verdict).toBe('malicious');
    expect(evidence(report)).toContain("os.system('id')");
  });

  it('is not what text happens to look like', () => {
    const json = new TextEncoder().encode('{"a":1,\n{"b": 2}');
    expect(inspect(json, 'notes.json').format).not.toBe('safetensors');
    expect(inspect(new TextEncoder().encode('var x = {"a": 1}'), 'x.js').format).not.toBe('safetensors');
  });
});
