import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TriggerFilter } from '../../../src/workspace/trigger-filter';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('trigger filter', () => {
  it('finds a word at the start, in the middle and at the end', () => {
    const filter = new TriggerFilter(['pickle', 'torch']);
    for (const text of ['pickle.load', 'import pickle as p', 'from x import torch']) {
      expect(filter.matches(bytes(text)), text).toBe(true);
    }
  });

  it('finds nothing where no word is whole', () => {
    expect(new TriggerFilter(['pickle', 'torch']).matches(bytes('pickl torc pick le'))).toBe(false);
  });

  it('finds a word that begins inside a failed match of another', () => {
    expect(new TriggerFilter(['abcd', 'bcx']).matches(bytes('abcx'))).toBe(true);
  });

  it('finds a word that is the end of another', () => {
    expect(new TriggerFilter(['xload_model', 'load']).matches(bytes('yload_mode'))).toBe(true);
  });

  it('searches words with non-ASCII letters by their ASCII part, whatever the encoding of the file', () => {
    const filter = new TriggerFilter(['schlüssel']);
    expect(filter.matches(bytes('schlüssel'))).toBe(true);
    expect(filter.matches(new Uint8Array(Buffer.from('schlüssel', 'latin1')))).toBe(true);
    expect(filter.matches(bytes('sch ssl'))).toBe(false);
  });

  it('lets everything through for a word without any ASCII', () => {
    expect(new TriggerFilter(['鍵']).matches(bytes(''))).toBe(true);
  });

  it('lets nothing through without words', () => {
    expect(new TriggerFilter([]).matches(bytes('anything'))).toBe(false);
  });

  it('agrees with a plain search on any words and text', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '.'), minLength: 1, maxLength: 5 });
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '.', 'é'), maxLength: 60 });
    fc.assert(
      fc.property(fc.array(letters, { maxLength: 6 }), text, (words, content) => {
        const expected = words.some((word) => content.includes(word));
        expect(new TriggerFilter(words).matches(bytes(content))).toBe(expected);
      }),
    );
  });
});
