import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readJson } from '../../../../src/source/json/read-json';
import { readValues, writtenAt } from '../../../support/read-values';

describe('JSON', () => {
  it('is read with comments and trailing commas', () => {
    const text = '{\n  // why\n  "a": {"b": [1, {"c": true}, null,]},\n  "d": "x", /* e */\n}';
    const read = readJson(text);
    expect(readValues(text, read)).toEqual({ 'a.b.c': true, d: 'x' });
    expect(read.comments.map(({ text: said, ownLine }) => [said, ownLine])).toEqual([
      [' why', true],
      [' e ', false],
    ]);
    expect(read.problems).toEqual([]);
  });

  it('knows where the characters of a value with escapes stand', () => {
    const text = String.raw`{"run": "a\n\u00e9 \"q\" z"}`;
    const read = readJson(text);
    expect(readValues(text, read)).toEqual({ run: 'a\né "q" z' });
    expect(writtenAt(text, read, 'run')).toBe(String.raw`a\\ \q\ z`);
  });

  it('gives what a broken file holds, and where it breaks', () => {
    const text = '{"a": 1, "b": [2, {"c": "d"';
    const { roots, problems } = readJson(text);
    expect(readValues(text, { roots, comments: [], problems })).toEqual({ a: 1, 'b.c': 'd' });
    expect(problems).toMatchObject([{ kind: 'syntax' }]);
  });

  it('says that it stopped where the nesting is too deep', () => {
    expect(readJson('['.repeat(200_000)).problems).toMatchObject([{ kind: 'limit' }]);
  });

  it('keeps offsets behind a byte-order mark', () => {
    const text = '\uFEFF{"a": "b"}';
    expect(writtenAt(text, readJson(text), 'a')).toBe('b');
  });

  it('reads what JSON.parse reads', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.integer(), fc.boolean())), (value) => {
        const [root] = readJson(JSON.stringify(value)).roots;
        const entries = root?.kind === 'map' ? root.entries : [];
        expect(entries.map(({ key, value: node }) => [key, node.kind === 'scalar' && node.value])).toEqual(
          Object.entries(value),
        );
      }),
    );
  });
});
