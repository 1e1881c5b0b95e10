import { describe, expect, it } from 'vitest';
import { DEFAULT_CONFIGURATION } from '../../../src/analysis/configuration/configuration';
import { InProcessAnalyzer } from '../../../src/workspace/file-analysis/in-process-analyzer';
import { scan, type ScanProgress, type ScanRequest, type ScanSummary } from '../../../src/workspace/scan';
import { MemoryFileSystem } from './support/memory-file-system';

const RISKY = 'import pickle\npickle.load(f)\n';

type Files = ConstructorParameters<typeof MemoryFileSystem>[0];

function run(files: Files, options: Partial<ScanRequest> = {}): Promise<ScanSummary> {
  const fileSystem = new MemoryFileSystem(files);
  return scan({
    fileSystem,
    root: '/p',
    configuration: DEFAULT_CONFIGURATION,
    analyzer: new InProcessAnalyzer(fileSystem),
    ...options,
  });
}

/** What was found in programs; the manifests of the tests have findings of their own. */
const rules = ({ results }: ScanSummary): readonly string[] =>
  results
    .filter(({ path }) => path.endsWith('.py'))
    .flatMap(({ path, findings }) => findings.map(({ ruleId }) => `${path} ${ruleId}`));

describe('workspace scan', () => {
  it('counts files, and parses only those that hold the words of a rule', async () => {
    const summary = await run({ '/p/a.py': RISKY, '/p/b.py': 'print(1)\n', '/p/c.py': 'x = [' });
    expect(summary).toMatchObject({ files: 3, analyzed: 1, cancelled: false, problems: [] });
    expect(rules(summary)).toEqual(['a.py unsafe-pickle-load']);
  });

  it('reports a file that was deleted after it was found, and goes on', async () => {
    const summary = await run({ '/p/a.py': { refuse: 'missing' }, '/p/b.py': RISKY });
    expect(summary.problems).toEqual([
      { path: 'a.py', kind: 'vanished', message: 'The file was deleted during the scan.' },
    ]);
    expect(rules(summary)).toEqual(['b.py unsafe-pickle-load']);
  });

  it('reports a file that may not be read, and goes on', async () => {
    const summary = await run({ '/p/a.py': { refuse: 'denied' }, '/p/b.py': RISKY });
    expect(summary.problems[0]?.message).toBe('The file cannot be read: permission denied.');
    expect(rules(summary)).toEqual(['b.py unsafe-pickle-load']);
  });

  it('tells its progress up to the last file', async () => {
    const seen: ScanProgress[] = [];
    await run({ '/p/a.py': RISKY, '/p/b.py': '' }, { onProgress: (progress) => seen.push(progress) });
    expect(seen[0]).toEqual({ filesDone: 0, filesTotal: 2 });
    expect(seen.at(-1)).toEqual({ filesDone: 2, filesTotal: 2 });
  });

  it('hands on results of files that became clean, too', async () => {
    const seen: string[] = [];
    await run({ '/p/a.py': RISKY, '/p/b.py': '' }, { onResult: ({ path }) => seen.push(path) });
    expect(seen).toEqual(['a.py', 'b.py']);
  });

  it('stops between two files when it is called off', async () => {
    const files = Object.fromEntries(Array.from({ length: 40 }, (_, n) => [`/p/f${n}.py`, RISKY]));
    const controller = new AbortController();
    const summary = await run(files, { signal: controller.signal, onResult: () => controller.abort() });
    expect(summary.cancelled).toBe(true);
    expect(summary.files).toBeLessThan(40);
  });
});
