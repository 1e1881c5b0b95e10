import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Budget, DEFAULT_LIMITS } from '../../../src/models/budget';
import { MemorySource } from '../../../src/models/bytes/byte-source';
import { CODECS, type Compression } from '../../../src/models/bytes/codecs/codecs';
import { CompressedSource } from '../../../src/models/bytes/compressed-source';
import { COMPRESSED, ZIPPED } from '../../support/models/compressed';
import { bytes, op, SYSTEM, zip } from './support/assemble';
import { evidence, inspect } from './support/inspect';

const LINES = Array.from({ length: 400 }, (_, at) => `line ${at} of a text that is compressed\n`);
const TEXT = bytes(LINES.join(''), new Uint8Array(3000));

const decode = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'base64'));
const samples = Object.entries(COMPRESSED).map(([name, text]) => [name, decode(text)] as const);
const codecOf = (name: string): Compression => name.split(/[ ,]/u)[0] as Compression;
const open = (content: Uint8Array, codec: Compression): CompressedSource =>
  new CompressedSource(new MemorySource(content), CODECS[codec], new Budget(DEFAULT_LIMITS));

describe('compressed data', () => {
  it.each(samples)('is read: %s', (name, content) => {
    const source = open(content, codecOf(name));
    expect(source.problem).toBeUndefined();
    expect(source.size).toBe(TEXT.length);
    expect(source.read(0, source.size)).toEqual(TEXT);
    expect(source.taken).toBe(content.length);
  });

  it.each(samples)('is recognised by what it holds: %s', (name, content) => {
    const report = inspect(content, 'model.bin');
    expect(report.format).toBe(codecOf(name));
    expect(report.members).toMatchObject([{ size: TEXT.length, compressed: true }]);
  });

  it.each(samples)('gives what stands before the damage: %s', (name, content) => {
    // Those that keep the whole in one block have nothing before it.
    const whole = /^(?:bzip2|lz4|zstd)/u.test(name);
    const source = open(content.subarray(0, content.length - 40), codecOf(name));
    const given = source.read(0, source.size);
    expect(given).toEqual(TEXT.subarray(0, given.length));
    if (!whole) expect(given.length).toBeGreaterThan(TEXT.length / 2);
  });

  it.each(samples)('damaged in any way comes to an end: %s', (name, content) => {
    const change = fc.tuple(fc.nat(content.length - 1), fc.nat(255));
    fc.assert(
      fc.property(
        fc.array(change, { minLength: 1, maxLength: 4 }),
        fc.nat(content.length),
        (changes, end) => {
          const damaged = content.slice(0, end);
          for (const [at, value] of changes) if (at < damaged.length) damaged[at] = value;
          expect(open(damaged, codecOf(name)).size).toBeLessThanOrEqual(DEFAULT_LIMITS.growth * 4);
        },
      ),
      { numRuns: 60 },
    );
  });

  it.each(Object.entries(ZIPPED))('is read as the member of an archive: %s', (_method, text) => {
    const report = inspect(decode(text), 'archive.zip');
    expect(report.findings).toEqual([]);
    expect(report.members).toMatchObject([{ path: 'text', size: TEXT.length, compressed: true }]);
  });

  it('is no bomb only because it is made of zeros', () => {
    const report = inspect(zip([{ name: 'zeros', data: new Uint8Array(8_000_000), deflate: true }]), 'a.zip');
    expect(report).toMatchObject({ verdict: 'safe', limits: [] });
  });

  it('is not told of a member that begins like it by chance', () => {
    const tensor = bytes(0x78, 0x9c, 3, 200, 17, 99, 1, 2, 3, new Uint8Array(50).fill(0xe1));
    expect(inspect(zip([{ name: 'archive/data/0', data: tensor }]), 'a.zip').findings).toEqual([]);
  });

  it('is searched behind its end', () => {
    const content = bytes(decode(COMPRESSED['xz'] ?? ''), SYSTEM);
    expect(evidence(inspect(content, 'model.xz'))).toContain("os.system('id')");
  });
});

describe('a name that promises a format without code', () => {
  it.each(['model.safetensors', 'llama.gguf', 'net.onnx'])('is held against a pickle: %s', (name) => {
    const report = inspect(bytes(op.proto(4), 'N}', 0x86, '.'), name);
    expect(report).toMatchObject({ format: 'pickle', verdict: 'suspicious' });
  });
});

describe('a byte string', () => {
  it('that holds a harmful pickle is suspicious, although nothing loads it', () => {
    const report = inspect(bytes(op.proto(4), op.bytes(SYSTEM), '.'));
    expect(report.verdict).toBe('suspicious');
    expect(evidence(report)).toContain("os.system('id')");
  });

  it('that holds data is nothing', () => {
    const report = inspect(bytes(op.proto(4), op.bytes(bytes('some text, and then some more')), '.'));
    expect(report.findings).toEqual([]);
  });
});
