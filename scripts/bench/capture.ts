import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

export interface Captured {
  readonly output: string;
  readonly exitCode: number;
  readonly milliseconds: number;
  /** Largest resident set in megabytes, seen every 20 ms; undefined where `/proc` does not tell. */
  readonly peakMemory: number | undefined;
}

/** Runs a program to its end, with the time it took and the memory it used. */
export function capture(
  program: string,
  parameters: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Captured> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(program, parameters, {
      stdio: ['ignore', 'pipe', 'ignore'],
      env: { ...process.env, ...environment },
    });
    const chunks: Buffer[] = [];
    let peakMemory: number | undefined;
    const watch = setInterval(() => (peakMemory = residentPeak(child.pid) ?? peakMemory), 20);
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', (error) => {
      clearInterval(watch);
      reject(error);
    });
    child.on('close', (exitCode) => {
      clearInterval(watch);
      resolve({
        output: Buffer.concat(chunks).toString('utf8'),
        exitCode: exitCode ?? -1,
        milliseconds: performance.now() - started,
        peakMemory,
      });
    });
  });
}

/** The high-water mark that Linux keeps for a process, in megabytes. */
function residentPeak(pid: number | undefined): number | undefined {
  try {
    const [, kilobytes] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
  } catch {
    return undefined;
  }
}
