import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cli, project, type CliRun } from './support/run-cli';

const RISKY = 'import pickle\npickle.load(open("x", "rb"))\n';

interface Report {
  readonly findings: readonly { readonly path: string; readonly line: number }[];
  readonly problems: readonly {
    readonly path: string;
    readonly kind: string;
    readonly message: string;
    readonly line?: number;
  }[];
}

/** Scans a folder in which `good.py` has a finding: whatever else is there, that one must come. */
async function report(folder: string): Promise<Report> {
  const run: CliRun = await cli(folder, ['scan', '--format', 'json', '--fail-on', 'never']);
  expect(run.errors).toBe('');
  expect(run.code).toBe(0);
  const result = JSON.parse(run.output) as Report;
  expect(result.findings.map(({ path }) => path)).toContain('good.py');
  return result;
}

const scan = (files: Readonly<Record<string, string | Uint8Array>>): Promise<Report> =>
  report(project({ 'good.py': RISKY, ...files }));

const linesOf = ({ findings }: Report, path: string): readonly number[] =>
  findings.filter((finding) => finding.path === path).map(({ line }) => line);

/** For texts that may run into the time limit of the parser: a slow machine says so, a fast one has the finding. */
function isToldOrFound(result: Report, name: string): boolean {
  return linesOf(result, name).length > 0 || result.problems.some(({ path }) => path === name);
}

describe('bad input never stops a scan, and is told', () => {
  it.each([
    ['at the start', 'def (:\n'],
    ['an open bracket', 'x = foo(\n'],
    ['an open string', 'y = """\n'],
    ['Python 2', 'print "hello"\nexec "code"\n'],
    ['an operator too many', 'x = 1 + * 2\n'],
  ])('a syntax error: %s', async (_where, broken) => {
    const result = await scan({ 'bad.py': `${RISKY}${broken}` });
    expect(linesOf(result, 'bad.py')).toContain(2);
    expect(result.problems.filter(({ path }) => path === 'bad.py')[0]?.kind).toBe('syntax');
  });

  it('one line of 4 MB', async () => {
    const result = await scan({
      'long.py': `import pickle; x = [${'1, '.repeat(1_300_000)}]; pickle.load(f)\n`,
    });
    expect(isToldOrFound(result, 'long.py')).toBe(true);
  });

  it('a file over the size limit', async () => {
    const { problems } = await scan({ 'huge.py': `# ${'x'.repeat(6 * 1024 * 1024)}\n${RISKY}` });
    expect(problems).toMatchObject([{ path: 'huge.py', kind: 'too-large' }]);
    expect(problems[0]?.message).toContain('6.0 MB, limit 5.0 MB');
  });

  it('bytes that are no text under a source name', async () => {
    const binary = Buffer.concat([
      Buffer.from('\x7fELF'),
      Buffer.alloc(64),
      Buffer.from('\nimport pickle\npickle.load('),
    ]);
    const { problems } = await scan({ 'program.py': binary });
    expect(problems).toMatchObject([{ path: 'program.py', kind: 'encoding' }]);
    expect(problems[0]?.message).toBe('The file is binary, not text.');
  });

  it('NUL bytes in a text', async () => {
    const result = await scan({ 'nul.py': `${RISKY}x = "\0"\n` });
    expect(linesOf(result, 'nul.py')).toEqual([2]);
  });

  it('Latin-1 without a declaration: analysed all the same', async () => {
    const result = await scan({ 'latin.py': Buffer.from(`# caf\xe9\n${RISKY}`, 'latin1') });
    expect(linesOf(result, 'latin.py')).toEqual([3]);
    expect(result.problems).toMatchObject([{ path: 'latin.py', kind: 'encoding' }]);
  });

  it('Latin-1 with a declaration, a byte order mark, and CRLF are no problem', async () => {
    const result = await scan({
      'declared.py': Buffer.from(`# -*- coding: latin-1 -*-\n# caf\xe9\n${RISKY}`, 'latin1'),
      'mark.py': `\ufeff${RISKY}`,
      'crlf.py': RISKY.replaceAll('\n', '\r\n'),
    });
    expect(linesOf(result, 'declared.py')).toEqual([4]);
    expect(linesOf(result, 'mark.py')).toEqual([2]);
    expect(linesOf(result, 'crlf.py')).toEqual([2]);
    expect(result.problems).toEqual([]);
  });

  it('10,000 brackets inside one another', async () => {
    const nested = `${RISKY}x = ${'['.repeat(10_000)}${']'.repeat(10_000)}\n`;
    expect(isToldOrFound(await scan({ 'deep.py': nested }), 'deep.py')).toBe(true);
  });

  it('a notebook that is not JSON', async () => {
    const { problems } = await scan({ 'broken.ipynb': '{"cells": [ pickle.load torch.load oops' });
    expect(problems).toMatchObject([{ path: 'broken.ipynb', line: 1 }]);
  });

  it('a notebook that is JSON and no notebook', async () => {
    const { problems } = await scan({ 'list.ipynb': '["pickle", "load"]' });
    expect(problems[0]).toMatchObject({ path: 'list.ipynb' });
  });

  it('a notebook with 50 MB of output', async () => {
    const cell = {
      cell_type: 'code',
      metadata: {},
      execution_count: 1,
      source: ['import pickle\n', 'pickle.load(f)'],
      outputs: [{ output_type: 'stream', name: 'stdout', text: 'y'.repeat(50 * 1024 * 1024) }],
    };
    const notebook = JSON.stringify({ nbformat: 4, nbformat_minor: 5, metadata: {}, cells: [cell] });
    const result = await scan({ 'large.ipynb': notebook });
    expect(linesOf(result, 'large.ipynb')).toEqual([2]);
    expect(result.problems).toMatchObject([{ path: 'large.ipynb', kind: 'limit' }]);
  });

  it('a project file with an unknown key and one with a YAML error: told at the line, the rest applies', async () => {
    const unknown = await scan({
      '.mlsecops.yaml': 'exclude:\n  - skipped.py\nruls: {}\n',
      'skipped.py': RISKY,
    });
    expect(unknown.problems).toMatchObject([{ path: '.mlsecops.yaml', kind: 'configuration', line: 3 }]);
    expect(linesOf(unknown, 'skipped.py')).toEqual([]);
    const broken = await scan({
      '.mlsecops.yaml': 'exclude:\n  - skipped.py\nrules: [\n',
      'skipped.py': RISKY,
    });
    expect(broken.problems[0]).toMatchObject({ path: '.mlsecops.yaml', kind: 'configuration' });
    expect(linesOf(broken, 'skipped.py')).toEqual([]);
  });

  it('links that lead in a circle', async () => {
    const folder = project({ 'good.py': RISKY, 'sub/a.py': RISKY });
    symlinkSync('..', join(folder, 'sub/up'));
    symlinkSync('self.py', join(folder, 'self.py'));
    const { findings } = await report(folder);
    expect(findings.map(({ path }) => path)).toEqual(['good.py', 'sub/a.py']);
  });

  it.skipIf(process.getuid?.() === 0)('a folder and a file that may not be read', async () => {
    const folder = project({ 'good.py': RISKY, 'locked.py': RISKY });
    mkdirSync(join(folder, 'locked'));
    chmodSync(join(folder, 'locked'), 0);
    chmodSync(join(folder, 'locked.py'), 0);
    const { problems } = await report(folder);
    expect(problems.map(({ path, kind }) => `${path} ${kind}`)).toEqual([
      'locked unreadable',
      'locked.py unreadable',
    ]);
  });

  it('a broken manifest', async () => {
    const { problems } = await scan({ 'pyproject.toml': '[project\n' });
    expect(problems[0]).toMatchObject({ path: 'pyproject.toml', kind: 'unreadable' });
  });
});
