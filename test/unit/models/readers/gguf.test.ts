import { describe, expect, it } from 'vitest';
import { gguf, text, type TestGguf } from '../../../support/models/gguf';
import { bytes, le, SYSTEM } from '../support/assemble';
import { evidence, inspect } from '../support/inspect';

const Q8 = { name: 'blk.0.w', dimensions: [32, 2], type: 8, offset: 0 };
const DATA = new Uint8Array(96).fill(1, 0, 68);
const WHOLE: TestGguf = {
  properties: [
    ['general.architecture', 'llama'],
    ['general.license', 'mit'],
    ['general.file_type', [le(4, 4), le(7, 4)]],
    ['tokenizer.ggml.tokens', [le(9, 4), le(8, 4), le(3, 8), text('a'), text('\x01'), text('<s>')]],
    ['tokenizer.chat_template', '{% for message in messages %}{{ message.content }}{% endfor %}'],
  ],
  tensors: [Q8],
  data: DATA,
};
const look = (change: TestGguf) => inspect(gguf({ ...WHOLE, ...change }), 'model.gguf');
const messages = (change: TestGguf): string =>
  look(change)
    .findings.map(({ verdict, message }) => `${verdict}: ${message}`)
    .join('\n');

describe('a GGUF file', () => {
  it('tells what it is', () => {
    const report = look({});
    expect(report).toMatchObject({ format: 'gguf', verdict: 'safe', findings: [] });
    const said = Object.fromEntries(report.facts.properties.map(({ name, value }) => [name, value]));
    expect(said).toMatchObject({
      'GGUF version': '3',
      'general.architecture': 'llama',
      'general.license': 'mit',
      'general.file_type': 'Q8_0',
    });
    expect(report.facts.tensors).toEqual([
      { name: 'blk.0.w', shape: [2, 32], type: 'Q8_0', where: '', size: 68 },
    ]);
    expect(report.facts.texts).toMatchObject([{ title: 'tokenizer.chat_template', language: 'jinja' }]);
  });

  it.each(['tokenizer.chat_template', 'tokenizer.chat_template.tool_use'])(
    'has the template of %s analysed',
    (key) => {
      const report = look({ properties: [[key, "{{ cycler.__init__.__globals__.os.popen('id') }}"]] });
      expect(report.verdict).toBe('malicious');
      expect(evidence(report)).toContain("cycler.__init__.__globals__.os.popen('id')");
    },
  );

  it.each<[string, TestGguf, string]>([
    [
      'a property twice',
      {
        properties: [
          ['a', 'x'],
          ['a', 'y'],
        ],
      },
      '"a" is there twice',
    ],
    ['a tensor twice', { tensors: [Q8, Q8] }, '"blk.0.w" is there twice'],
    [
      'tensors over one another',
      { tensors: [Q8, { ...Q8, name: 'b', offset: 32 }], data: new Uint8Array(128) },
      '"b" lies over another one',
    ],
    ['a tensor after the end', { tensors: [{ ...Q8, offset: 4096 }] }, 'ends after the file'],
    [
      'a tensor between the places',
      { tensors: [{ ...Q8, offset: 5 }] },
      'does not begin at a multiple of 32',
    ],
    ['five dimensions', { tensors: [{ ...Q8, dimensions: [1, 1, 1, 1, 1] }] }, 'a tensor has 5 dimensions'],
    [
      'a shape that no memory holds',
      { tensors: [{ ...Q8, dimensions: [2 ** 50, 2 ** 50] }] },
      'dimensions that no memory holds',
    ],
    ['a version that does not exist', { version: 9 }, 'its version is 9'],
    [
      'more tensors than there can be',
      { tensorCount: 2 ** 40 },
      'it announces 5 properties and 1099511627776 tensors',
    ],
    [
      'an alignment of 3',
      { properties: [['general.alignment', [le(4, 4), le(3, 4)]]] },
      'The alignment is 3',
    ],
    ['a value of no type', { properties: [['a', [le(77, 4)]]] }, 'a value has the type 77'],
    [
      'an array longer than the file',
      { properties: [['a', [le(9, 4), le(4, 4), le(2 ** 40, 8)]]] },
      'bytes are announced',
    ],
    [
      'a text longer than the file',
      { properties: [['a', [le(8, 4), le(2 ** 62, 8)]]] },
      'bytes are announced',
    ],
  ])('with %s is suspicious', (_what, change, message) => {
    expect(messages(change)).toContain(message);
    expect(look(change).verdict).toBe('suspicious');
  });

  it('of version 1 and of big-endian machines is read too', () => {
    const version1 = bytes('GGUF', le(1, 4), le(0, 4), le(1, 4), le(1, 4), 'a', le(8, 4), le(2, 4), 'bc');
    expect(inspect(version1, 'x.gguf')).toMatchObject({ verdict: 'safe' });
    expect(inspect(version1, 'x.gguf').facts.properties).toContainEqual({
      name: 'a',
      value: 'bc',
      where: '',
    });
    const big = bytes(
      'GGUF',
      [0, 0, 0, 3],
      new Uint8Array(8),
      [0, 0, 0, 0, 0, 0, 0, 1],
      [0, 0, 0, 0, 0, 0, 0, 1],
      'a',
      [0, 0, 0, 4, 0, 0, 0, 5],
    );
    expect(inspect(big, 'x.gguf').facts.properties).toContainEqual({ name: 'a', value: '5', where: '' });
  });

  it('with a pickle behind its last tensor is malicious', () => {
    expect(evidence(look({ data: bytes(DATA, SYSTEM) }))).toContain("os.system('id')");
  });
});
