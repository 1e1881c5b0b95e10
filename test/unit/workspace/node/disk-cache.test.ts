import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_CONFIGURATION } from '../../../../src/analysis/configuration/configuration';
import type { KeptOutcome } from '../../../../src/workspace/cache/result-store';
import { cacheLocation } from '../../../../src/workspace/node/cache-location';
import { DiskCache } from '../../../../src/workspace/node/disk-cache';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'mlsecops-cache-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const location = (identity = 'engine-1') => ({ file: join(folder, 'sub', 'a.cache'), identity });
const entry = (path: string, analyzed = true): KeptOutcome => ({
  outcome: {
    kind: 'result',
    result: { path, size: 1, analyzed, findings: [], suppressed: [], problems: [], stages: [] },
  },
  lookups: [['torch', { minimum: '2.1', file: 'requirements.txt' }]],
});

function saved(): void {
  const cache = new DiskCache(location());
  cache.set('key', entry('a.py'));
  cache.save();
}

describe('disk cache', () => {
  it('gives back what was saved', () => {
    saved();
    expect(new DiskCache(location()).get('a.py', 'key')).toEqual(entry('a.py'));
  });

  it('is empty for another engine or configuration', () => {
    saved();
    expect(new DiskCache(location('engine-2')).get('a.py', 'key')).toBeUndefined();
  });

  it.each([
    ['cut short', (text: string) => text.slice(0, -10)],
    ['changed', (text: string) => text.replace('a.py', 'b.py')],
    ['no cache at all', () => 'hello'],
    ['empty', () => ''],
  ])('counts as empty when the file is %s', (_how, damage) => {
    saved();
    writeFileSync(location().file, damage(readFileSync(location().file, 'utf8')));
    expect(new DiskCache(location()).get('a.py', 'key')).toBeUndefined();
  });

  it('gives back what the file system said of a file, and files in which nothing is', () => {
    const cache = new DiskCache(location());
    const state = { size: 1, modified: 1.25, changed: 2.5 };
    cache.setFile('ä b.yaml', { content: 'digest', state });
    cache.setFile('fresh.yaml', { content: 'digest', state: undefined });
    const unread: KeptOutcome = { ...entry('ä b.yaml', false), lookups: [] };
    cache.set('digest', unread);
    cache.save();
    const read = new DiskCache(location());
    expect(read.file('ä b.yaml')).toEqual({ content: 'digest', state });
    expect(read.file('fresh.yaml')).toEqual({ content: 'digest', state: undefined });
    expect(read.get('ä b.yaml', 'digest')).toEqual(unread);
  });

  it('writes nothing when nothing is new', () => {
    saved();
    rmSync(location().file);
    const cache = new DiskCache(location());
    cache.save();
    expect(existsSync(location().file)).toBe(false);
  });

  it('keeps the newest entries when not all fit', () => {
    const cache = new DiskCache(location());
    const long = 'x'.repeat(1024 * 1024);
    for (let n = 0; n < 40; n++) cache.set(`key${n}`, entry(`${n}${long}`));
    cache.save();
    const read = new DiskCache(location());
    expect(read.get('a.py', 'key39')).toBeDefined();
    expect(read.get('a.py', 'key0')).toBeUndefined();
  });

  it('leaves nothing behind where it cannot write', () => {
    writeFileSync(join(folder, 'sub'), 'a file where the folder should be');
    const cache = new DiskCache(location());
    cache.set('key', entry('a.py'));
    expect(() => cache.save()).not.toThrow();
    expect(existsSync(location().file)).toBe(false);
  });

  it('belongs to root, engine and configuration', () => {
    const engine = join(folder, 'engine.js');
    writeFileSync(engine, 'one');
    const first = cacheLocation('/p', engine, DEFAULT_CONFIGURATION);
    expect(cacheLocation('/p', engine, DEFAULT_CONFIGURATION)).toEqual(first);
    expect(cacheLocation('/q', engine, DEFAULT_CONFIGURATION)?.file).not.toBe(first?.file);
    const strict = { ...DEFAULT_CONFIGURATION, rules: new Map([['a', 'off' as const]]) };
    expect(cacheLocation('/p', engine, strict)?.identity).not.toBe(first?.identity);
    writeFileSync(engine, 'two');
    expect(cacheLocation('/p', engine, DEFAULT_CONFIGURATION)?.identity).not.toBe(first?.identity);
  });
});
