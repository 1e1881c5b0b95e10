#!/usr/bin/env node
// Refuses a commit that brings risky ML or LLM code. Two ways to use it: as a hook of https://pre-commit.com, which names the files and has put
// aside what is not to be committed; or as .git/hooks/pre-commit, without parameters: then what is staged is looked at, not what lies in the
// folder.
import { lstatSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { git, runScan } from './command-line.mjs';

/** What says how to scan, and which versions of libraries there are. */
const CONTEXT = [
  '.mlsecops.yaml',
  '.mlsecops-baseline.json',
  ':(glob)**/requirements*.txt',
  ':(glob)**/pyproject.toml',
  ':(glob)**/package.json',
];

/** Names of files come with the options, and may look like one: these do no harm if they are. */
const OPTION = /^--(?:preset|fail-on|test-code)=[\w-]+$/u;

const parameters = process.argv.slice(2);
const options = ['--only-known-files', ...parameters.filter((each) => OPTION.test(each))];
const files = parameters.filter((each) => !OPTION.test(each));

try {
  process.exitCode = files.length > 0 ? runScan([...options, '--', ...files]) : scanStaged();
} catch (error) {
  console.error(`mlsecops: ${error.message}`);
  process.exitCode = 2;
}

function scanStaged() {
  const top = git(['rev-parse', '--show-toplevel']).replace(/\r?\n$/u, '');
  const list = (...words) => git(words, { cwd: top }).split('\0').filter(Boolean);
  const changed = ['--cached', '--name-only', '--diff-filter=ACMRT', '--ignore-submodules=all'];
  const staged = list('diff', '-z', ...changed);
  if (staged.length === 0) return 0;
  const folder = mkdtempSync(join(tmpdir(), 'mlsecops-staged-'));
  try {
    const context = list('ls-files', '-z', '--', ...CONTEXT);
    const input = [...new Set([...staged, ...context])].map((path) => `${path}\0`).join('');
    git(['checkout-index', '-z', '--stdin', '--force', `--prefix=${folder}/`], { cwd: top, input });
    const files = staged.filter((path) => lstatSync(join(folder, path)).isFile());
    return files.length === 0 ? 0 : runScan([...options, '--', ...files], { cwd: folder });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
