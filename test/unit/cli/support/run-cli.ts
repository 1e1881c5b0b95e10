import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Writable } from 'node:stream';
import { scratchFolder } from '../../../support/scratch-folder';
import { runCli } from '../../../../src/cli/program';

export interface CliRun {
  readonly code: number | undefined;
  readonly output: string;
  readonly errors: string;
}

export interface CliRunOptions {
  readonly variables?: NodeJS.ProcessEnv;
  readonly isTerminal?: boolean;
  readonly signal?: AbortSignal;
  readonly today?: string;
}

/** Runs a command in this process. There is no built worker here, so the scan falls back to this thread. */
export async function cli(
  workingFolder: string,
  parameters: readonly string[],
  {
    variables = {},
    isTerminal = false,
    signal = new AbortController().signal,
    today = '2026-11-23',
  }: CliRunOptions = {},
): Promise<CliRun> {
  const output = new Collected();
  const errors = new Collected();
  const code = await runCli(parameters, {
    workingFolder,
    variables,
    output: { stream: output, isTerminal },
    errors: { stream: errors, isTerminal },
    interruption: () => signal,
    today: () => today,
    workerScript: '/nowhere/worker.js',
  });
  return { code, output: output.text, errors: errors.text };
}

/** A new folder with these files, contents by path. */
export function project(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = join(scratchFolder('cli'), 'workspace');
  mkdirSync(folder);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

class Collected extends Writable {
  text = '';

  override _write(chunk: Buffer | string, _encoding: string, done: () => void): void {
    this.text += chunk.toString();
    done();
  }
}
