import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_CONFIGURATION } from '../../../../src/analysis/configuration/configuration';
import type { DiscoveredFile } from '../../../../src/workspace/discovery/discover';
import type { FileAnalyzer, FileOutcome } from '../../../../src/workspace/file-analysis/file-analyzer';
import { WorkerPool } from '../../../../src/workspace/node/worker-pool';

/** A worker that answers as the real one does, and misbehaves on files with telling names. */
const WORKER = `
const { parentPort, workerData } = require('node:worker_threads');
const position = new Int32Array(workerData.position);
parentPort.on('message', ({ files }) => {
  const outcomes = files.map((file, at) => {
    Atomics.store(position, 0, at);
    if (file.path.startsWith('throw')) throw new Error('broken');
    if (file.path.startsWith('exit')) process.exit(3);
    if (file.path.startsWith('memory')) for (const all = []; ; ) all.push(new Array(100000).fill({}));
    if (file.path.startsWith('hang')) for (;;) ;
    return { outcome: { kind: 'result', result: { path: file.path } } };
  });
  parentPort.postMessage({ outcomes });
});
`;

const setup = { root: '/p', configuration: DEFAULT_CONFIGURATION, manifests: [] };
const noFallback: FileAnalyzer = { analyze: () => Promise.reject(new Error('not to be used')) };
let folder: string;
let script: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mlsecops-pool-'));
  script = join(folder, 'worker.cjs');
  writeFileSync(script, WORKER);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const files = (...names: readonly string[]): readonly DiscoveredFile[] =>
  names.map((path) => ({ path, kind: { language: 'python', role: undefined } }));

function pool(options: Partial<ConstructorParameters<typeof WorkerPool>[0]> = {}): WorkerPool {
  const limits = { timePerFile: 10_000, heap: 64 };
  return new WorkerPool({ script, jobs: 2, useCache: false, limits, fallback: noFallback, ...options });
}

/** `path` of each result and `path kind` of each problem, sorted. */
async function run(
  analyzer: WorkerPool,
  all: readonly DiscoveredFile[],
  signal?: AbortSignal,
): Promise<readonly string[]> {
  const outcomes: FileOutcome[] = [];
  await analyzer.analyze(setup, all, (outcome) => outcomes.push(outcome), signal);
  return outcomes
    .map((outcome) =>
      outcome.kind === 'problem'
        ? `${outcome.problem.path} ${outcome.problem.kind}`
        : outcome.kind === 'result'
          ? outcome.result.path
          : outcome.path,
    )
    .sort();
}

describe('worker pool', () => {
  it('analyses every file once', async () => {
    const names = Array.from({ length: 300 }, (_, n) => `f${String(n).padStart(3, '0')}.py`);
    expect(await run(pool(), files(...names))).toEqual(names);
  });

  it.each(['throw', 'exit', 'memory'])(
    'reports a file that ends its thread (%s) and goes on',
    async (how) => {
      expect(await run(pool(), files('a.py', `${how}.py`, 'b.py', 'c.py'))).toEqual(
        ['a.py', 'b.py', 'c.py', `${how}.py crash`].sort(),
      );
    },
  );

  it('reports a file that takes too long and goes on', async () => {
    expect(
      await run(pool({ jobs: 1, limits: { timePerFile: 300, heap: 64 } }), files('a.py', 'hang.py', 'b.py')),
    ).toEqual(['a.py', 'b.py', 'hang.py time-limit']);
  });

  it('survives several bad files in one batch', async () => {
    const found = await run(pool({ jobs: 1 }), files('throw1.py', 'a.py', 'exit.py', 'throw2.py'));
    expect(found).toEqual(['a.py', 'exit.py crash', 'throw1.py crash', 'throw2.py crash']);
  });

  it('hands all files to the fallback where no thread starts', async () => {
    const taken: string[] = [];
    const fallback: FileAnalyzer = {
      analyze: (_setup, all) => {
        taken.push(...all.map(({ path }) => path));
        return Promise.resolve();
      },
    };
    await run(pool({ script: join(folder, 'missing.cjs'), jobs: 1, fallback }), files('a.py', 'b.py'));
    expect(taken).toEqual(['a.py', 'b.py']);
  });

  it('stops at once when it is called off', async () => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 100);
    const endless = pool({ jobs: 1, limits: { timePerFile: 60_000, heap: 64 } });
    expect(await run(endless, files('hang.py', 'a.py'), controller.signal)).toEqual([]);
  });

  it('starts nothing for no files', async () => {
    expect(await run(pool({ script: 'nowhere' }), [])).toEqual([]);
  });
});
