import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TriggerWord } from '../../../src/analysis/triggers/trigger-word';
import { TriggerFilter } from '../../../src/analysis/triggers/trigger-filter';

/** A filter in which each word is a set of its own. */
const ofWords = (words: readonly string[]): TriggerFilter => ofSets(words.map((word) => [word]));
const ofSets = (sets: readonly (readonly string[])[], as: TriggerWord['as'] = 'text'): TriggerFilter =>
  new TriggerFilter(sets.map((words) => words.map((text) => ({ text, as }))));
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('trigger filter', () => {
  it('finds a word at the start, in the middle and at the end', () => {
    const filter = ofWords(['pickle', 'torch']);
    for (const text of ['pickle.load', 'import pickle as p', 'from x import torch']) {
      expect(filter.matches(bytes(text)), text).toBe(true);
    }
  });

  it('finds nothing where no word is whole', () => {
    expect(ofWords(['pickle', 'torch']).matches(bytes('pickl torc pick le'))).toBe(false);
  });

  it('finds a word that begins inside a failed match of another', () => {
    expect(ofWords(['abcd', 'bcx']).matches(bytes('abcx'))).toBe(true);
  });

  it('finds a word that is the end of another', () => {
    expect(ofWords(['xload_model', 'load']).matches(bytes('yload_mode'))).toBe(true);
  });

  it('searches words with non-ASCII letters by their ASCII part, whatever the encoding of the file', () => {
    const filter = ofWords(['schlüssel']);
    expect(filter.matches(bytes('schlüssel'))).toBe(true);
    expect(filter.matches(new Uint8Array(Buffer.from('schlüssel', 'latin1')))).toBe(true);
    expect(filter.matches(bytes('sch ssl'))).toBe(false);
  });

  it('lets everything through for a word without any ASCII', () => {
    expect(ofWords(['鍵']).matches(bytes(''))).toBe(true);
  });

  it('searches bytes as they stand', () => {
    const mark = String.fromCharCode(...new TextEncoder().encode('\u202e'));
    const filter = new TriggerFilter([[{ text: mark, as: 'bytes' }]]);
    expect(filter.matches(bytes('x = "\u202e"'))).toBe(true);
    expect(filter.matches(bytes('x = "\u202a"'))).toBe(false);
  });

  it('wants every word of a set, in any order and once is enough', () => {
    const filter = ofSets([
      ['torch', 'load'],
      ['groq', 'create', 'chat'],
    ]);
    expect(filter.matches(bytes('load load load'))).toBe(false);
    expect(filter.matches(bytes('load torch'))).toBe(true);
    expect(filter.matches(bytes('create chat'))).toBe(false);
    expect(filter.matches(bytes('chat.create groq'))).toBe(true);
  });

  it('finds words that lie inside one another', () => {
    const filter = ofSets([['workload', 'load', 'work']]);
    expect(filter.matches(bytes('a workload'))).toBe(true);
    expect(filter.matches(bytes('work load'))).toBe(false);
  });

  it('lets UTF-16 through, in which no word has its usual bytes', () => {
    const wide = new Uint8Array(Buffer.from('\ufeffpickle', 'utf16le'));
    expect(ofWords(['pickle']).matches(wide)).toBe(true);
  });

  it('forgets between two files', () => {
    const filter = ofSets([['torch', 'load']]);
    expect(filter.matches(bytes('torch'))).toBe(false);
    expect(filter.matches(bytes('load'))).toBe(false);
  });

  it('lets nothing through without words', () => {
    expect(ofWords([]).matches(bytes('anything'))).toBe(false);
  });

  it('agrees with a plain search on any sets and text', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '.'), minLength: 1, maxLength: 5 });
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '.', 'é'), maxLength: 60 });
    fc.assert(
      fc.property(
        fc.array(fc.array(letters, { minLength: 1, maxLength: 3 }), { maxLength: 5 }),
        text,
        (sets, content) => {
          const expected = sets.some((set) => set.every((word) => content.includes(word)));
          expect(ofSets(sets).matches(bytes(content))).toBe(expected);
        },
      ),
    );
  });

  it('takes a name only as a whole identifier', () => {
    const filter = ofSets([['load']], 'name');
    for (const text of ['load', 'x.load(', '"load"', 'é load'])
      expect(filter.matches(bytes(text)), text).toBe(true);
    for (const text of ['loads', 'payload', '_load', 'load2'])
      expect(filter.matches(bytes(text)), text).toBe(false);
    expect(filter.matches(bytes('loads; load'))).toBe(true);
  });

  it.each([
    'import torch',
    'import os, torch as t',
    'from torch.nn import Module',
    'import os, \\\n    torch',
    'from\ttorch import load',
    'import_module("torch")',
    "__import__('torch')",
  ])('takes a module where it is imported: %s', (text) => {
    expect(ofSets([['torch']], 'module').matches(bytes(text))).toBe(true);
  });

  it.each(['# a torch for the dark', 'x.torch', 'import torchvision', 'mytorch', 'torch', 'reimport torch'])(
    'takes no module that is only mentioned: %s',
    (text) => {
      expect(ofSets([['torch']], 'module').matches(bytes(text))).toBe(false);
    },
  );

  it.each([
    'system(x)',
    'os.system (x)',
    'x = system if y else z',
    'return system',
    'from os import (\n  system,',
    'a\nsystem\nb',
    'system "x"',
  ])('takes a name where a program may have one: %s', (text) => {
    expect(ofSets([['system']], 'name').matches(bytes(text))).toBe(true);
  });

  it.each(['the system is ready', '# operating system', 'system calls', 'file system'])(
    'takes no name from among the words of a sentence: %s',
    (text) => {
      expect(ofSets([['system']], 'name').matches(bytes(text))).toBe(false);
    },
  );

  it('takes the end of a name only where it is given a value or defined', () => {
    const filter = ofSets([['iv']], 'tail');
    for (const text of [
      'iv = 1',
      'self.next_iv += 1',
      'iv: bytes = b',
      'f(iv=1)',
      'iv[0] = 1',
      '{"iv": 1}',
      "d['iv'] = {'iv' : 1}",
      'def iv():',
      'def make_größe_iv (x):',
      'def \\\n new_iv():',
    ]) {
      expect(filter.matches(bytes(text)), text).toBe(true);
    }
    for (const text of [
      'deriv = 1',
      'iv(2, x)',
      'special.iv(x)',
      'x = iv',
      'iv2 = 1',
      '(`scipy.special.iv`)',
      'f("iv")',
    ]) {
      expect(filter.matches(bytes(text)), text).toBe(false);
    }
  });

  it('takes the beginning of a key only where a long run with a digit follows', () => {
    const filter = ofSets([['hf_']], 'key');
    for (const text of [`t = "hf_${'aB3'.repeat(8)}"`, `token=hf_${'x'.repeat(40)}`])
      expect(filter.matches(bytes(text)), text).toBe(true);
    for (const text of [
      'hf_token',
      'hf_home_of_all_my_models',
      `half_${'aB3'.repeat(8)}`,
      `x-hf_${'aB3'.repeat(8)}`,
    ])
      expect(filter.matches(bytes(text)), text).toBe(false);
  });

  it('takes what stands within a key anywhere in such a run', () => {
    const filter = ofSets([['T3Blbk']], 'in-key');
    expect(filter.matches(bytes(`sk-abc12345T3Blbkdef67890`))).toBe(true);
    expect(filter.matches(bytes('T3Blbk is part of it'))).toBe(false);
  });

  it('takes the name of a value only where something that may be a key comes soon', () => {
    const filter = ofSets([['api_key=']], 'value');
    for (const text of ['api_key="abc12345678"', "api_key=f'Bearer abcdefgh1'"])
      expect(filter.matches(bytes(text)), text).toBe(true);
    for (const text of [
      'api_key="column"',
      'api_key=settings.key',
      `api_key=load(${' '.repeat(40)}"abc12345678")`,
    ])
      expect(filter.matches(bytes(text)), text).toBe(false);
  });
});
