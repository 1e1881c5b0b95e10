import { spawn } from 'node:child_process';

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
}

/**
 * Runs a program without a shell, its output going to ours.
 *
 * @throws Error when it cannot be started or ends with another status than 0
 */
export async function run(command: string, args: readonly string[], options: RunOptions = {}): Promise<void> {
  const status = await statusOf(command, args, options);
  if (status !== 0) throw new Error(`${command} ${args[0] ?? ''} ended with status ${status}`);
}

/** Like {@link run}, but gives the exit status instead of throwing on it. */
export function statusOf(
  command: string,
  args: readonly string[],
  options: RunOptions = {},
): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'], ...options });
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      resolve(code ?? (signal ? 128 : 1));
    });
  });
}

/**
 * Runs a program whose output only matters when it fails.
 *
 * @throws Error with the output when it cannot be started or ends with another status than 0
 */
export function runQuietly(command: string, args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const output: string[] = [];
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (data: Buffer) => output.push(data.toString()));
    }
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve();
      else
        reject(
          new Error(`${command} ${args[0] ?? ''} ended with status ${code ?? 'none'}:\n${output.join('')}`),
        );
    });
  });
}
