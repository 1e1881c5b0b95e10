import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { scratchFolder } from '../../support/scratch-folder';

export interface Ended {
  readonly code: number | null;
  /** Standard output and standard error together. */
  readonly output: string;
}

/** Settings of nobody: a hook or a signature of the developer has no place in a test. */
const CLEAN: NodeJS.ProcessEnv = {
  PATH: process.env['PATH'],
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_SYSTEM: '/dev/null',
  GIT_AUTHOR_NAME: 'Ada',
  GIT_AUTHOR_EMAIL: 'ada@example.org',
  GIT_COMMITTER_NAME: 'Ada',
  GIT_COMMITTER_EMAIL: 'ada@example.org',
};

/** A repository of its own, gone after the tests of the file. */
export class Repository {
  readonly outer = scratchFolder('repository');
  readonly folder = join(this.outer, 'work');

  constructor() {
    mkdirSync(this.folder);
    this.git('init', '--quiet', '--initial-branch=main');
  }

  write(path: string, text: string): void {
    mkdirSync(dirname(join(this.folder, path)), { recursive: true });
    writeFileSync(join(this.folder, path), text);
  }

  remove(path: string): void {
    rmSync(join(this.folder, path));
  }

  /** @throws Error when git fails */
  git(...parameters: readonly string[]): string {
    return execFileSync('git', parameters, { cwd: this.folder, encoding: 'utf8', env: CLEAN, stdio: 'pipe' });
  }

  /** Commits everything and gives the hash. */
  commit(message: string): string {
    this.git('add', '--all');
    this.git('commit', '--quiet', '--no-verify', '--message', message);
    return this.git('rev-parse', 'HEAD').trim();
  }

  /** Runs a program in the repository, whatever comes of it. */
  run(command: string, parameters: readonly string[], variables: NodeJS.ProcessEnv = {}): Promise<Ended> {
    const env = {
      ...CLEAN,
      MLSECOPS_CACHE: join(this.outer, 'cache'),
      XDG_CACHE_HOME: join(this.outer, 'cache'),
      ...variables,
    };
    const child = spawn(command, parameters, { cwd: this.folder, env });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (text: Buffer) => (output += text.toString()));
    return new Promise((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (code) => resolve({ code, output }));
    });
  }
}
