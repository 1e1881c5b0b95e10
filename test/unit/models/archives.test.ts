import { gzipSync, zlibSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { HIDDEN_IN_MEMBERS } from '../../support/models/evasions/hidden-in-members';
import { CHECKPOINT, checkpoint } from '../../support/models/torch-checkpoint';
import { bytes, le, op, SYSTEM, type TestMember } from './support/assemble';
import { tar } from './support/containers';
import { evidence, inspect } from './support/inspect';

const messages = (content: Uint8Array, name?: string): string =>
  inspect(content, name)
    .findings.map(({ message }) => message)
    .join('\n');

describe('a PyTorch checkpoint', () => {
  it('is recognised by what it holds, whatever it is called', () => {
    expect(inspect(checkpoint(CHECKPOINT), 'model.txt')).toMatchObject({
      format: 'torch-zip',
      verdict: 'safe',
      findings: [],
      weightsOnly: true,
      pickles: [{ where: 'archive/data.pkl', tensors: 1 }],
    });
  });

  it('lists its members', () => {
    expect(inspect(checkpoint(CHECKPOINT)).members.map(({ path, format }) => [path, format])).toEqual([
      ['archive/data.pkl', 'pickle'],
      ['archive/data/0', undefined],
      ['archive/version', undefined],
    ]);
  });

  it('is malicious when its pickle is, and says where', () => {
    const report = inspect(checkpoint(SYSTEM), 'pytorch_model.bin');
    expect(report).toMatchObject({ verdict: 'malicious', weightsOnly: false });
    expect(report.findings[0]).toMatchObject({
      where: 'archive/data.pkl',
      offset: 21,
      code: "os.system('id')",
    });
  });

  it('of PyTorch before 1.6 is five pickles and raw storages', () => {
    const legacy = (model: Uint8Array): Uint8Array =>
      bytes(
        op.proto(2),
        0x8a,
        10,
        [0x6c, 0xfc, 0x9c, 0x46, 0xf9, 0x20, 0x6a, 0xa8, 0x50, 0x19],
        '.',
        op.proto(2),
        'M',
        le(1001, 2),
        '.',
        op.proto(2),
        '}.',
        model,
        op.proto(2),
        ']',
        op.binText('0'),
        'a.',
        le(2, 8),
        SYSTEM,
      );
    expect(inspect(legacy(CHECKPOINT), 'model.pt')).toMatchObject({
      format: 'torch-legacy',
      verdict: 'safe',
    });
    expect(inspect(legacy(SYSTEM), 'model.pt')).toMatchObject({
      format: 'torch-legacy',
      verdict: 'malicious',
    });
  });
});

describe('a member is analysed', () => {
  it.each(HIDDEN_IN_MEMBERS)('%s', (_how, content) => {
    const report = inspect(content, 'model.pt');
    expect(report.verdict).toBe('malicious');
    expect(evidence(report)).toContain("os.system('id')");
  });
});

describe('an archive that is not as it should be is suspicious', () => {
  const harmless = (member: Partial<TestMember>): Uint8Array =>
    checkpoint(CHECKPOINT, { name: 'archive/extra', data: bytes('text'), ...member });

  it.each<readonly [string, Uint8Array, string]>([
    ['a member in no directory', harmless({ localOnly: true }), 'no directory names it'],
    ['another name in the directory', harmless({ centralName: 'x' }), 'its own header calls it'],
    ['another method in the directory', harmless({ centralMethod: 8 }), 'differ in how it is compressed'],
    ['a wrong checksum', harmless({ crc: 1 }), 'wrong checksum'],
    ['two members of one name', harmless({ name: 'archive/version' }), 'Two members are called'],
    ['a member that leads out of it', harmless({ name: '../../evil' }), 'leads out of the archive'],
    ['bytes before it', bytes('#!/bin/sh\n', checkpoint(CHECKPOINT)), 'before the archive'],
    ['bytes after it', bytes(checkpoint(CHECKPOINT), 'appended'), 'after the archive'],
    ['no directory', checkpoint(CHECKPOINT).subarray(0, 200), 'no directory at its end'],
  ])('%s', (_what, content, text) => {
    expect(inspect(content, 'model.pt').verdict).toBe('suspicious');
    expect(messages(content, 'model.pt')).toContain(text);
  });

  it('but what is compressed in a way that is not read is named, and said not to be analysed', () => {
    const report = inspect(harmless({ method: 9 }));
    expect(report.verdict).toBe('incomplete');
    expect(report.findings[0]?.message).toMatch(
      /was not looked into: Deflate64 \(method 9\) is not read here/u,
    );
    const rar = inspect(bytes('Rar!\x1a\x07\x01\x00', new Uint8Array(40)), 'model.rar');
    expect(rar).toMatchObject({ format: 'rar', verdict: 'incomplete' });
    expect(rar.findings[0]?.message).toMatch(/^RAR.*: it was not looked into\. Unpack/u);
  });

  it('but what is really encrypted is said not to be analysed', () => {
    const report = inspect(harmless({ flags: 1, data: bytes([9, 8, 7, 6, 5]) }));
    expect(report.verdict).toBe('incomplete');
    expect(report.findings[0]?.rule).toBe('encrypted');
  });
});

describe('a file of two formats is read as both', () => {
  it('a pickle with an archive behind it', () => {
    const report = inspect(bytes(op.proto(2), 'N.', checkpoint(SYSTEM)), 'model.bin');
    expect(report.findings.map(({ rule }) => rule)).toContain('polyglot');
    expect(evidence(report)).toContain("os.system('id')");
  });

  it('a harmful pickle with a harmless archive behind it', () => {
    expect(evidence(inspect(bytes(SYSTEM, checkpoint(CHECKPOINT)), 'model.bin'))).toContain(
      "os.system('id')",
    );
  });

  it('an archive with a pickle behind it', () => {
    expect(evidence(inspect(bytes(checkpoint(CHECKPOINT), SYSTEM), 'model.bin'))).toContain(
      "os.system('id')",
    );
  });
});

describe('a text whose lines begin like opcodes', () => {
  it('is no pickle', () => {
    expect(inspect(bytes('cat\ndog\nbird\n'), 'labels.txt').pickles).toEqual([]);
  });

  it('is one where it calls what it names, also when it breaks off behind that', () => {
    expect(inspect(bytes("cos\nsystem\n(S'id'\ntR???"), 'labels.txt').verdict).toBe('malicious');
    expect(inspect(bytes('cacme\nrun\n(tR???'), 'labels.txt').verdict).toBe('suspicious');
  });
});

describe('compressed files', () => {
  it.each([
    ['gzip', gzipSync(SYSTEM)],
    ['zlib', zlibSync(SYSTEM)],
    ['gzip in zlib', zlibSync(gzipSync(SYSTEM))],
  ])('are looked into: %s', (_how, content) => {
    expect(evidence(inspect(content, 'model.joblib'))).toContain("os.system('id')");
  });

  it('are suspicious as an archive of a kind that no loader reads, under the name of a model', () => {
    const content = bytes('7z', 0xbc, 0xaf, 0x27, 0x1c);
    expect(inspect(content, 'model.pt')).toMatchObject({ format: '7z', verdict: 'suspicious' });
    expect(inspect(bytes('Rar!', 0x1a, 7, 0), 'pytorch_model.bin').verdict).toBe('suspicious');
  });

  it.each([
    ['xz', bytes(0xfd, '7zXZ', 0, 'abc')],
    ['bzip2', bytes('BZh91AY&SY')],
    ['7z', bytes('7z', 0xbc, 0xaf, 0x27, 0x1c)],
  ])('are said not to be analysed where they are not read: %s', (format, content) => {
    expect(inspect(content, `model.${format}`)).toMatchObject({ format, verdict: 'incomplete' });
  });

  it('may not grow without measure', () => {
    const bomb = gzipSync(new Uint8Array(4 * 1024 * 1024));
    expect(inspect(bomb, 'a', { growth: 1024 * 1024 }).limits).toContain('ratio');
    expect(
      inspect(gzipSync(bytes(op.proto(2), 'N0'.repeat(2_000_000), 'N.')), 'a', { ratio: 1e6, inflated: 1e6 })
        .limits,
    ).toContain('inflated');
  });
});

describe('a tar archive', () => {
  it('of the first PyTorch is a pickle in three parts', () => {
    const report = inspect(
      tar({
        storages: bytes(op.proto(2), 'K', 0, '.'),
        tensors: bytes(op.proto(2), 'K', 0, '.'),
        pickle: SYSTEM,
      }),
      'model.pt',
    );
    expect(report).toMatchObject({ format: 'torch-tar', verdict: 'malicious' });
    expect(report.findings[0]?.where).toBe('pickle');
  });

  it('may not lead out of itself', () => {
    expect(inspect(tar({ '../x': bytes('text') })).verdict).toBe('suspicious');
  });
});
