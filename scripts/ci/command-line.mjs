import { spawnSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..');
const CLI = join(ROOT, 'dist/cli.js');
const WANTED_NODE = 20;

/**
 * The built command line of this repository. It is built on first use where it is missing, as in a fresh clone: nothing of the packages'
 * own install scripts runs.
 *
 * @throws Error when Node is too old, or the build fails
 */
export function commandLine() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < WANTED_NODE)
    throw new Error(`Node ${WANTED_NODE} or newer is needed; this is ${process.version}`);
  if (!existsSync(CLI)) build();
  return CLI;
}

/** Runs the command line with inherited output, and gives its exit code. */
export function runScan(parameters, options = {}) {
  const { status } = spawnSync(process.execPath, [commandLine(), 'scan', ...parameters], {
    stdio: 'inherit',
    ...options,
  });
  return status ?? 2;
}

/** @throws Error with what git said */
export function git(parameters, options = {}) {
  const { status, stdout, stderr, error } = spawnSync('git', parameters, { encoding: 'utf8', ...options });
  if (status !== 0) throw new Error(`git ${parameters[0]} failed: ${(error?.message ?? stderr).trim()}`);
  return stdout;
}

function build() {
  const shell = process.platform === 'win32';
  for (const parameters of [
    ['ci', '--ignore-scripts', '--no-audit', '--no-fund'],
    ['run', 'build', '--', '--command-line'],
  ]) {
    // What they say goes to standard error: standard output is for the report.
    const stdio = ['ignore', process.stderr, process.stderr];
    const { status } = spawnSync('npm', parameters, { cwd: ROOT, stdio, shell });
    if (status === 0) continue;
    // Half a build must not look like a whole one to the next run.
    rmSync(CLI, { force: true });
    throw new Error(`npm ${parameters.join(' ')} failed in ${ROOT}`);
  }
}
