import type { Writable } from 'node:stream';

/** What a command reads of the world around it; a test gives its own. */
export interface CliEnvironment {
  /** Absolute, with `/`. */
  readonly workingFolder: string;
  readonly variables: NodeJS.ProcessEnv;
  readonly output: Terminal;
  readonly errors: Terminal;
  /** From the first call on, Ctrl+C aborts this signal instead of ending the process. */
  readonly interruption: () => AbortSignal;
  /** The day it is, `2026-11-23`, in universal time: exceptions from a policy end. */
  readonly today: () => string;
  /** The built `scan-worker.ts`. */
  readonly workerScript: string;
}

export interface Terminal {
  readonly stream: Writable;
  readonly isTerminal: boolean;
}

/** Whether to colour what goes to `terminal`: https://no-color.org and FORCE_COLOR. */
export function wantsColor({ isTerminal }: Terminal, variables: NodeJS.ProcessEnv): boolean {
  if (variables['NO_COLOR']) return false;
  if (variables['FORCE_COLOR']) return variables['FORCE_COLOR'] !== '0';
  return isTerminal && variables['TERM'] !== 'dumb';
}
