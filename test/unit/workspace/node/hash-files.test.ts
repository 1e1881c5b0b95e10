import { createHash } from 'node:crypto';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hashFiles } from '../../../../src/workspace/node/hash-files';
import { scratchFolder } from '../../../support/scratch-folder';

const never = new AbortController().signal;
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

function workspace(): string {
  const folder = scratchFolder('hashes');
  mkdirSync(join(folder, 'root/models'), { recursive: true });
  writeFileSync(join(folder, 'outside.bin'), 'outside');
  return folder;
}

describe('hashes of files', () => {
  it('are those of the whole file, however large', async () => {
    const folder = workspace();
    const bytes = new Uint8Array(3_000_001).map((_, at) => at % 251);
    writeFileSync(join(folder, 'root/models/a.bin'), bytes);
    writeFileSync(join(folder, 'root/empty.bin'), '');
    const { hashes, problems } = await hashFiles(join(folder, 'root'), ['models/a.bin', 'empty.bin'], never);
    expect(problems).toEqual([]);
    expect([...hashes]).toEqual([
      ['models/a.bin', sha256(bytes)],
      ['empty.bin', sha256(new Uint8Array())],
    ]);
  });

  it('are left out for what is no file of the folder', async () => {
    const folder = workspace();
    const names = [
      'models',
      'acme/encoder',
      '',
      '../outside.bin',
      'models/../../outside.bin',
      join(folder, 'outside.bin'),
      'a\0b',
    ];
    const { hashes, problems } = await hashFiles(join(folder, 'root'), names, never);
    expect([hashes.size, problems]).toEqual([0, []]);
  });

  it('never come from outside of the folder through a link, which is told', async () => {
    const folder = workspace();
    symlinkSync(join(folder, 'outside.bin'), join(folder, 'root/link.bin'));
    const { hashes, problems } = await hashFiles(join(folder, 'root'), ['link.bin'], never);
    expect(hashes.size).toBe(0);
    expect(problems.map(({ path }) => path)).toEqual(['link.bin']);
  });

  it('stop when they are told to', async () => {
    const folder = workspace();
    writeFileSync(join(folder, 'root/a.bin'), 'a');
    const { hashes } = await hashFiles(join(folder, 'root'), ['a.bin'], AbortSignal.abort());
    expect(hashes.size).toBe(0);
  });
});
