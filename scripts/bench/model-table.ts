import { statSync } from 'node:fs';
import { capture, type Captured } from './capture';
import { markdownTable } from './markdown-table';
import type { ModelSamples } from './model-samples';

/** Reads a file like any program that has to see all of it, a megabyte at a time. */
const READ_ALL = 'import sys\nfor p in sys.argv[1:]:\n  f = open(p, "rb", 0)\n  while f.read(1 << 20): pass';
/** What Python's own library needs to go over the opcodes; it judges nothing. */
const DISASSEMBLE =
  'import os, pickletools, sys\npickletools.dis(open(sys.argv[1], "rb").read(), open(os.devnull, "w"))';

export interface ModelSubjects {
  readonly cli: string;
  readonly python: string | undefined;
  /** The program of that name, where it is installed. */
  readonly picklescan: string | undefined;
}

/** Time and memory of `mlsecops inspect`, beside what else goes over the same files. Each is a process of its own. */
export async function modelTable(samples: ModelSamples, subjects: ModelSubjects): Promise<string> {
  const { pickle, checkpoint, checkpointSize, small } = samples;
  const { cli, python, picklescan } = subjects;
  const inspect = (paths: readonly string[]): Promise<Captured> =>
    median(() => capture(process.execPath, [cli, 'inspect', '--format', 'json', ...paths]));
  const script = (code: string, paths: readonly string[]): Promise<Captured> | undefined =>
    python === undefined ? undefined : median(() => capture(python, ['-c', code, ...paths]));
  const scan = (path: string): Promise<Captured> | undefined =>
    picklescan === undefined ? undefined : capture(picklescan, ['--path', path]);

  const size = statSync(pickle).size;
  const sizes = small.reduce((sum, path) => sum + statSync(path).size, 0);
  const rows = [
    ['**a million opcodes**', '', '', ''],
    row('mlsecops inspect', size, await inspect([pickle])),
    row('pickletools.dis', size, await script(DISASSEMBLE, [pickle])),
    row('picklescan', size, await scan(pickle)),
    row('read the bytes', size, await script(READ_ALL, [pickle])),
    ['**a checkpoint of 2 GB**', '', '', ''],
    row('mlsecops inspect', checkpointSize, await inspect([checkpoint])),
    row('picklescan', checkpointSize, await scan(checkpoint)),
    row('read the bytes', checkpointSize, await script(READ_ALL, [checkpoint])),
    [`**${small.length} small checkpoints**`, '', '', ''],
    row('mlsecops inspect', sizes, await inspect(small)),
    row('read the bytes', sizes, await script(READ_ALL, small)),
  ];
  return markdownTable(
    ['what', 'time', 'throughput', 'peak memory'],
    rows.filter((cells) => cells !== undefined),
  );
}

function row(what: string, bytes: number, captured: Captured | undefined): readonly string[] | undefined {
  if (captured === undefined) return undefined;
  const { milliseconds, peakMemory } = captured;
  return [
    what,
    `${(milliseconds / 1000).toFixed(2)} s`,
    `${(bytes / 1e6 / (milliseconds / 1000)).toFixed(0)} MB/s`,
    peakMemory === undefined ? '' : `${Math.round(peakMemory)} MB`,
  ];
}

async function median(run: () => Promise<Captured>): Promise<Captured> {
  const runs: [Captured, Captured, Captured] = [await run(), await run(), await run()];
  runs.sort((a, b) => a.milliseconds - b.milliseconds);
  return runs[1];
}
