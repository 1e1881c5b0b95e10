import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Budget } from '../../../src/models/budget';
import { MemorySource } from '../../../src/models/bytes/byte-source';
import { openFolder, readSevenZip } from '../../../src/models/seven-zip/read-seven-zip';
import { SEVEN_ZIPPED } from '../../support/models/compressed';
import { bytes, le } from './support/assemble';
import { evidence, inspect } from './support/inspect';

const samples = Object.entries(SEVEN_ZIPPED).map(
  ([name, text]) => [name, new Uint8Array(Buffer.from(text, 'base64'))] as const,
);
const sample = (name: string): Uint8Array => samples.find(([each]) => each === name)?.[1] ?? bytes();

describe('a 7z archive', () => {
  it.each(samples)('is looked into: %s', (_name, content) => {
    const report = inspect(content, 'archive.7z');
    expect(report).toMatchObject({ format: '7z', verdict: 'malicious' });
    expect(evidence(report)).toContain("os.system('id')");
    expect(report.members.map(({ path, size }) => `${path} ${size}`).sort()).toEqual([
      'a.txt 2000',
      'b.pkl 23',
      'c.bin 600',
    ]);
  });

  it('under the name of a model hides what it holds, which is told', () => {
    const report = inspect(sample('LZMA'), 'pytorch_model.bin');
    expect(report.findings.map(({ rule }) => rule)).toContain('format');
  });

  it('gives the jumps of a program as they were before the filter', () => {
    const source = new MemorySource(sample('with a filter for programs'));
    const [folder] = readSevenZip(source, new Budget())?.folders ?? [];
    const content = folder && openFolder(source, folder, new Budget());
    const jumps = Array.from({ length: 60 }, (_, at) => [
      0xe8,
      le(at * 64, 4),
      [0x90, 0x90, 0x90, 0x90, 0x90],
    ]);
    const plain = content?.read(0, content.size) ?? bytes();
    const at = Buffer.from(plain).indexOf(Buffer.from(bytes(jumps)));
    expect(at).toBeGreaterThanOrEqual(0);
  });

  it('with settings of its compression that cannot be is told as one that is not read', () => {
    const content = sample('plain header').slice();
    // A window size of 41 and more stands for nothing in LZMA2.
    content[323] = 192;
    const report = inspect(content, 'archive.7z');
    expect(report.verdict).toBe('incomplete');
    expect(report.findings.map(({ rule }) => rule)).toContain('archive');
  });

  it.each(samples)('damaged in any way comes to an end: %s', (_name, content) => {
    const change = fc.tuple(fc.nat(content.length - 1), fc.nat(255));
    fc.assert(
      fc.property(
        fc.array(change, { minLength: 1, maxLength: 4 }),
        fc.nat(content.length),
        (changes, cut) => {
          const damaged = content.slice(0, content.length - (cut % 3 === 0 ? cut : 0));
          for (const [at, value] of changes) if (at < damaged.length) damaged[at] = value;
          expect(inspect(damaged, 'archive.7z').limits).not.toContain('milliseconds');
        },
      ),
      { numRuns: 80 },
    );
  });
});
