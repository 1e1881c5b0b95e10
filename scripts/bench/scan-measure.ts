import { readFileSync } from 'node:fs';
import { capture, type Captured } from './capture';
import type { Corpus } from './corpus';

export interface ScanMeasure {
  readonly what: string;
  readonly milliseconds: number;
  readonly peakMemory: number | undefined;
  readonly note: string;
}

export interface ScanSubjects {
  readonly cli: string;
  /** Folder for the cache of this run: the user's own is left alone. */
  readonly cache: string;
  readonly jobs: number;
  readonly bandit: string | undefined;
}

/** Bandit's tests for what our deserialization rules cover: pickle, marshal, eval, YAML. */
const BANDIT_DESERIALIZATION = 'B301,B302,B307,B506';

/** Measures the scans of one corpus, each the median of three; Bandit, which takes long, once. */
export async function measureScans(corpus: Corpus, subjects: ScanSubjects): Promise<readonly ScanMeasure[]> {
  const { cli, cache, jobs, bandit } = subjects;
  const scan = (...options: readonly string[]): Promise<Captured> =>
    capture(
      process.execPath,
      [
        cli,
        'scan',
        corpus.folder,
        '--format',
        'json',
        '--fail-on',
        'never',
        '--jobs',
        String(jobs),
        ...options,
      ],
      { XDG_CACHE_HOME: cache },
    );
  const read = (): Promise<Captured> => readAll(corpus);

  const measures = [
    measure('read the bytes', await median(read), `${corpus.files.length} files`),
    await ours('scan, cold', () => scan('--no-cache')),
  ];
  // Fills the cache for the warm run.
  await scan();
  measures.push(await ours('scan, warm cache', () => scan()));
  if (bandit !== undefined) {
    const run = (...options: readonly string[]): Promise<Captured> =>
      capture(bandit, ['-r', corpus.folder, '-q', '-f', 'json', ...options]);
    measures.push(theirs('Bandit, deserialization tests', await run('-t', BANDIT_DESERIALIZATION)));
    measures.push(theirs('Bandit, all tests', await run()));
  }
  return measures;
}

async function ours(what: string, run: () => Promise<Captured>): Promise<ScanMeasure> {
  const best = await median(run);
  const { totals, findings } = JSON.parse(best.output) as {
    totals: { files: number; analyzed: number };
    findings: readonly unknown[];
  };
  return measure(what, best, `${totals.files} files, ${totals.analyzed} parsed, ${findings.length} findings`);
}

function theirs(what: string, captured: Captured): ScanMeasure {
  const { results, errors, metrics } = JSON.parse(captured.output) as {
    results: readonly unknown[];
    errors: readonly unknown[];
    metrics: Readonly<Record<string, unknown>>;
  };
  // The metrics hold one entry for each file and one for all.
  const files = Object.keys(metrics).length - 1;
  return measure(
    what,
    captured,
    `${files} files, ${results.length} findings, ${errors.length} files not read`,
  );
}

function measure(what: string, { milliseconds, peakMemory }: Captured, note: string): ScanMeasure {
  return { what, milliseconds, peakMemory, note };
}

async function median(run: () => Promise<Captured>): Promise<Captured> {
  const runs: [Captured, Captured, Captured] = [await run(), await run(), await run()];
  runs.sort((a, b) => a.milliseconds - b.milliseconds);
  return runs[1];
}

function readAll(corpus: Corpus): Promise<Captured> {
  const started = performance.now();
  for (const file of corpus.files) readFileSync(file);
  return Promise.resolve({
    output: '',
    exitCode: 0,
    milliseconds: performance.now() - started,
    peakMemory: undefined,
  });
}
