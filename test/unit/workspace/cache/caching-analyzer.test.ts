import { describe, expect, it } from 'vitest';
import { DEFAULT_CONFIGURATION } from '../../../../src/analysis/configuration/configuration';
import { CachingAnalyzer } from '../../../../src/workspace/cache/caching-analyzer';
import type { KeptOutcome, KnownFile, ResultStore } from '../../../../src/workspace/cache/result-store';
import type { FileAnalyzer } from '../../../../src/workspace/file-analysis/file-analyzer';
import { InProcessAnalyzer } from '../../../../src/workspace/file-analysis/in-process-analyzer';
import { contentHash } from '../../../../src/workspace/node/content-hash';
import { scan } from '../../../../src/workspace/scan';
import { MemoryFileSystem } from '../support/memory-file-system';

const RISKY = 'import pickle\npickle.load(f)\n';
const HARMLESS = 'import pickle\npickle.dump(f)\n';
const TORCH = 'import torch\nmodel = torch.load("m.pt")\n';
const MINUTE = 60_000;
const WATCHED = /\.(?:py|pkl)$/u;

class MemoryStore implements ResultStore {
  private readonly files = new Map<string, KnownFile>();
  private readonly outcomes = new Map<string, KeptOutcome>();

  file(path: string): KnownFile | undefined {
    return this.files.get(path);
  }

  setFile(path: string, known: KnownFile): void {
    this.files.set(path, known);
  }

  get(_path: string, key: string): KeptOutcome | undefined {
    return this.outcomes.get(key);
  }

  set(key: string, kept: KeptOutcome): void {
    this.outcomes.set(key, kept);
  }
}

/** Notes which files are read. */
class WatchedFileSystem extends MemoryFileSystem {
  readonly reads: string[] = [];

  override read(path: string, maximum?: number): Promise<Uint8Array> {
    if (WATCHED.test(path)) this.reads.push(path);
    return super.read(path, maximum);
  }
}

interface Scanned {
  readonly found: readonly string[];
  readonly analyzed: readonly string[];
  readonly read: readonly string[];
}

/** Scans from a store, ten minutes after the epoch. */
async function scanWith(
  store: ResultStore,
  files: Readonly<Record<string, string>>,
  times: Readonly<Record<string, number>> = {},
): Promise<Scanned> {
  const fileSystem = new WatchedFileSystem(files, times);
  const analyzed: string[] = [];
  const inner = new InProcessAnalyzer(fileSystem, contentHash);
  const watched: FileAnalyzer = {
    analyze: (setup, tasks, onOutcome, signal, more) =>
      inner.analyze(
        setup,
        tasks,
        (outcome, task, trace) => {
          if (WATCHED.test(task.path)) analyzed.push(task.path);
          onOutcome(outcome, task, trace);
        },
        signal,
        more,
      ),
  };
  const now = (): number => 10 * MINUTE;
  const { results } = await scan({
    fileSystem,
    root: '/p',
    configuration: DEFAULT_CONFIGURATION,
    analyzer: new CachingAnalyzer(watched, { store, fileSystem, digest: contentHash, now }),
  });
  const found = results
    .filter(({ path }) => WATCHED.test(path))
    .flatMap(({ path, findings }) => findings.map(({ ruleId }) => `${path} ${ruleId}`));
  return { found, analyzed: [...new Set(analyzed)].sort(), read: fileSystem.reads };
}

describe('scan from a cache', () => {
  it('neither reads nor analyses files that have not changed', async () => {
    const store = new MemoryStore();
    const files = { '/p/a.py': RISKY, '/p/b.py': 'print(1)\n' };
    const first = await scanWith(store, files);
    expect(first).toMatchObject({ found: ['a.py unsafe-pickle-load'], analyzed: ['a.py', 'b.py'] });
    expect(await scanWith(store, files)).toEqual({ found: first.found, analyzed: [], read: [] });
  });

  it('reads a file that was touched, and analyses it only when its content is another', async () => {
    const store = new MemoryStore();
    await scanWith(store, { '/p/a.py': RISKY });
    const touched = await scanWith(store, { '/p/a.py': RISKY }, { '/p/a.py': MINUTE });
    expect(touched).toEqual({ found: ['a.py unsafe-pickle-load'], analyzed: [], read: ['/p/a.py'] });
    const again = await scanWith(store, { '/p/a.py': RISKY }, { '/p/a.py': MINUTE });
    expect(again.read).toEqual([]);
    const changed = await scanWith(store, { '/p/a.py': HARMLESS }, { '/p/a.py': 2 * MINUTE });
    expect(changed).toMatchObject({ found: [], analyzed: ['a.py'] });
    const back = await scanWith(store, { '/p/a.py': RISKY }, { '/p/a.py': 3 * MINUTE });
    expect(back).toMatchObject({ found: ['a.py unsafe-pickle-load'], analyzed: [] });
  });

  it('does not read a model that has not changed, and inspects one that was touched', async () => {
    const store = new MemoryStore();
    const files = { '/p/a.pkl': "cos\nsystem\n(S'id'\ntR." };
    const first = await scanWith(store, files);
    expect(first).toMatchObject({ found: ['a.pkl model-file-malicious'], analyzed: ['a.pkl'] });
    expect(await scanWith(store, files)).toEqual({ found: first.found, analyzed: [], read: [] });
    const touched = await scanWith(store, files, { '/p/a.pkl': MINUTE });
    expect(touched).toMatchObject({ found: first.found, analyzed: ['a.pkl'] });
    const fresh = { '/p/a.pkl': 10 * MINUTE };
    await scanWith(store, files, fresh);
    expect((await scanWith(store, files, fresh)).analyzed).toEqual(['a.pkl']);
  });

  it('sees a change that leaves size and time as they were, where the clock has not moved on since', async () => {
    const store = new MemoryStore();
    const time = { '/p/a.py': 10 * MINUTE - 500 };
    expect(HARMLESS).toHaveLength(RISKY.length);
    expect((await scanWith(store, { '/p/a.py': HARMLESS }, time)).found).toEqual([]);
    expect((await scanWith(store, { '/p/a.py': RISKY }, time)).found).toEqual(['a.py unsafe-pickle-load']);
  });

  it('analyses a file again when the versions of its packages are others', async () => {
    const store = new MemoryStore();
    const old = { '/p/a.py': TORCH, '/p/requirements.txt': 'torch==2.1.0\n' };
    expect((await scanWith(store, old)).found).toEqual(['a.py torch-load-unsafe']);
    const unrelated = { ...old, '/p/requirements.txt': 'torch==2.1.0\nnumpy==1.26\n' };
    expect((await scanWith(store, unrelated)).analyzed).toEqual([]);
    const newer = { ...old, '/p/requirements.txt': 'torch==2.6.0\n' };
    expect(await scanWith(store, newer)).toMatchObject({ found: [], analyzed: ['a.py'] });
  });

  it('knows what one file says of another, and what a change of it says', async () => {
    const store = new MemoryStore();
    const files = {
      '/p/loading.py': 'import pickle\n\ndef restore(file):\n    return pickle.load(file)\n',
      '/p/app.py': 'from flask import request\nfrom loading import restore\n\nrestore(request.files["m"])\n',
    };
    const first = await scanWith(store, files);
    expect(first.found.length).toBeGreaterThan(0);
    expect(await scanWith(store, files)).toEqual({ found: first.found, analyzed: [], read: [] });
    const mended = {
      ...files,
      '/p/loading.py': 'import json\n\ndef restore(file):\n    return json.load(file)\n',
    };
    expect((await scanWith(store, mended, { '/p/loading.py': MINUTE })).found).toEqual([]);
  });
});
