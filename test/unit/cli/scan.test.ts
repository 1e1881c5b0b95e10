import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cli, project } from './support/run-cli';

const RISKY = 'import pickle\n\ndef read(file):\n    return pickle.load(file)\n';
const CLEAN = 'print("hello")\n';
const EVAL =
  'from openai import OpenAI\n\nanswer = OpenAI().chat.completions.create(model="m", messages=[])\neval(answer.choices[0].message.content)\n';

interface Found {
  readonly rule: string;
  readonly path: string;
  readonly line: number;
  readonly severity: string;
}

async function findings(folder: string, ...parameters: readonly string[]): Promise<readonly Found[]> {
  const { output } = await cli(folder, ['scan', '--format', 'json', '--fail-on', 'never', ...parameters]);
  return (JSON.parse(output) as { findings: Found[] }).findings;
}

describe('mlsecops scan', () => {
  it('reports a finding with its place and exits with 1', async () => {
    const { code, output } = await cli(project({ 'a.py': EVAL }), ['scan']);
    expect(output).toMatch(/^a\.py:4:\d+ error model-output-executed /mu);
    expect(code).toBe(1);
  });

  it('exits with 0 when there is nothing', async () => {
    const { code, output } = await cli(project({ 'a.py': CLEAN }), ['scan']);
    expect(output).toContain('No findings.');
    expect(code).toBe(0);
  });

  it('exits by --fail-on', async () => {
    const folder = project({ 'a.py': EVAL });
    expect((await cli(folder, ['scan', '--fail-on', 'never'])).code).toBe(0);
    expect((await cli(folder, ['scan', '--fail-on', 'error'])).code).toBe(1);
    const quiet = project({ 'a.py': 'x = 1  # mlsecops: ignore[no-such-rule]\n' });
    expect((await cli(quiet, ['scan'])).code).toBe(0);
    expect((await cli(quiet, ['scan', '--fail-on', 'info'])).code).toBe(1);
  });

  it('shows paths relative to the working folder, whatever was named', async () => {
    const folder = project({ 'src/a.py': RISKY, 'other/b.py': RISKY });
    expect((await findings(folder, 'src')).map(({ path }) => path)).toEqual(['src/a.py']);
    expect((await findings(join(folder, 'src'), '.')).map(({ path }) => path)).toEqual(['a.py']);
    expect((await findings(folder, 'other/b.py', 'src')).map(({ path }) => path)).toEqual([
      'other/b.py',
      'src/a.py',
    ]);
  });

  it('takes the project file of the folder that is scanned, found upwards', async () => {
    const folder = project({
      'app/.mlsecops.yaml': 'rules:\n  unsafe-pickle-load: off\n',
      'app/src/a.py': RISKY,
    });
    expect(await findings(folder, 'app/src')).toEqual([]);
    expect(await findings(folder, 'app')).toEqual([]);
  });

  it('reads package versions from the nearest manifest', async () => {
    const code = 'import torch\nmodel = torch.load("m.pt")\n';
    const folder = project({
      '.git/HEAD': '',
      'requirements.txt': 'torch==2.6.0\n',
      'new/a.py': code,
      'old/requirements.txt': 'torch==2.1.0\n',
      'old/a.py': code,
    });
    const found = (await findings(folder)).filter(({ path }) => path.endsWith('.py'));
    expect(found.map(({ path, rule }) => `${path} ${rule}`)).toEqual(['old/a.py torch-load-unsafe']);
  });

  it('respects .gitignore unless told otherwise', async () => {
    const folder = project({ '.gitignore': 'gen/\n', 'gen/a.py': RISKY });
    expect(await findings(folder)).toEqual([]);
    expect(await findings(folder, '--no-ignore')).toHaveLength(1);
  });

  it('scans notebooks and gives cell and line', async () => {
    const cell = (source: string): object => ({
      cell_type: 'code',
      metadata: {},
      outputs: [],
      execution_count: null,
      source,
    });
    const notebook = {
      nbformat: 4,
      nbformat_minor: 5,
      metadata: {},
      cells: [
        { cell_type: 'markdown', metadata: {}, source: '# Title' },
        cell('%pip install x\nimport pickle'),
        cell('\npickle.load(f)'),
      ],
    };
    const found = await findings(project({ 'n.ipynb': JSON.stringify(notebook, undefined, 1) }));
    expect(found).toMatchObject([
      { rule: 'unsafe-pickle-load', path: 'n.ipynb', cell: 2, line: 2, column: 1 },
    ]);
  });

  it('writes the report to a file and nothing to standard output', async () => {
    const folder = project({ 'a.py': RISKY });
    const run = await cli(folder, ['scan', '--format', 'sarif', '--output', 'out.sarif']);
    expect(run.output).toBe('');
    expect(JSON.parse(readFileSync(join(folder, 'out.sarif'), 'utf8'))).toMatchObject({ version: '2.1.0' });
  });

  it('gives the same output twice', async () => {
    const folder = project({ 'b.py': RISKY, 'a.py': EVAL, 'c/d.py': RISKY });
    const first = await cli(folder, ['scan', '--format', 'json']);
    expect((await cli(folder, ['scan', '--format', 'json'])).output).toBe(first.output);
  });

  it('leaves out what a baseline knows, also when it has moved', async () => {
    const folder = project({ 'a.py': RISKY });
    await cli(folder, ['scan', '--write-baseline', 'known.json']);
    const moved = project({
      'a.py': `# a new line\n${RISKY}\nother = pickle.load(stream)\n`,
      'known.json': readFileSync(join(folder, 'known.json'), 'utf8'),
    });
    expect((await findings(moved, '--baseline', 'known.json')).map(({ line }) => line)).toEqual([7]);
  });

  it('uses colours on a terminal, and never with NO_COLOR', async () => {
    const folder = project({ 'a.py': RISKY });
    expect((await cli(folder, ['scan'], { isTerminal: true })).output).toContain('\u001b[');
    expect((await cli(folder, ['scan'])).output).not.toContain('\u001b[');
    const variables = { NO_COLOR: '1' };
    expect((await cli(folder, ['scan'], { isTerminal: true, variables })).output).not.toContain('\u001b[');
  });

  it('says that it was stopped and exits with 130', async () => {
    const run = await cli(project({ 'a.py': RISKY }), ['scan'], { signal: AbortSignal.abort() });
    expect(run.code).toBe(130);
    expect(run.output).toContain('then stopped.');
  });

  it.each([
    [['scan', 'missing'], 'cannot read missing: no such file or folder'],
    [['scan', '--format', 'xml'], "option '-f, --format <format>' argument 'xml' is invalid"],
    [['scan', '--jobs', '0'], 'a whole number from 1 is expected'],
    [['scan', '--config', 'nope.yaml'], 'cannot read nope.yaml: no such file or folder'],
    [['scan', '--config', '.'], 'cannot read .: it is no file'],
    [['scan', '--baseline', 'a.py'], 'a.py is not JSON'],
    [['scan', '--output', 'no/such/folder/x'], 'cannot write no/such/folder/x: no such file or folder'],
    [['scan', '--wrong'], "unknown option '--wrong'"],
    [['explain', 'nothing-like-it'], 'nothing is named "nothing-like-it"'],
    [['explain', 'LLM04'], 'perhaps owasp-llm-2026:LLM04 (Supply Chain), owasp-llm-2025:LLM04'],
    [['unknown'], "unknown command 'unknown'"],
  ])('tells a bad argument in one line and exits with 2: %j', async (parameters, message) => {
    const { code, errors } = await cli(project({ 'a.py': RISKY }), parameters);
    expect(code).toBe(2);
    expect(errors.trimEnd().split('\n')).toHaveLength(1);
    expect(errors).toContain(message);
    expect(errors).toMatch(/^mlsecops: /u);
  });

  it('writes no file when a scan cannot start', async () => {
    const folder = project({ 'a.py': RISKY });
    await cli(folder, ['scan', 'missing', '--output', 'out.json']);
    expect(existsSync(join(folder, 'out.json'))).toBe(false);
  });
});
