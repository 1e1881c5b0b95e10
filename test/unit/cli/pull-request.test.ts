import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cli, project } from './support/run-cli';

const OLD = 'import pickle\n\ndef read(file):\n    return pickle.load(file)\n';
const NEW = `${OLD}\ndef more(stream):\n    return pickle.load(stream)\n`;
const model = (name: string, revision: string): string =>
  `from transformers import AutoModel\n\nmodel = AutoModel.from_pretrained("${name}", revision="${revision}")\n`;
const FIRST = '5f0b02c75b57c5855da9ae460ce51323ea669d8a';
const SECOND = '0123456789abcdef0123456789abcdef01234567';

describe('the summary of a pull request', () => {
  it('tells of new findings, changed models and those that are gone', async () => {
    const base = project({ 'a.py': OLD, 'gone.py': OLD, 'm.py': model('acme/encoder', FIRST) });
    const head = project({
      'a.py': NEW,
      'm.py': model('acme/encoder', SECOND),
      'n.py': model('acme/other', FIRST),
    });
    const { code, output } = await cli(head, ['scan', '--base', base, '--format', 'pull-request']);
    expect(code).toBe(1);
    expect(output).toContain(
      '**1 new finding** (1 warning). 1 was there before. 1 is gone. 3 files scanned.',
    );
    expect(output).toContain('| a.py:7:12 |');
    expect(output).toContain('| added | model | acme/other');
    expect(output).toMatch(
      new RegExp(`\\| changed \\| model \\| acme/encoder \\| version: ${FIRST} → ${SECOND} \\|`, 'u'),
    );
  });

  it('says that there is nothing new, and passes', async () => {
    const files = { 'a.py': OLD };
    const head = project(files);
    const { code, output } = await cli(head, ['scan', '--base', project(files), '--format', 'pull-request']);
    expect(code).toBe(0);
    expect(output).toBe('## MLSecOps Lens\n\n**No new findings.** 1 was there before. 1 file scanned.\n');
  });

  it('is written beside another report, and without a base tells of all findings', async () => {
    const head = project({ 'a.py': OLD });
    const { output } = await cli(head, ['scan', '--format', 'json', '--summary', 'summary.md']);
    expect(JSON.parse(output)).toMatchObject({ findings: [{ path: 'a.py' }] });
    expect(readFileSync(join(head, 'summary.md'), 'utf8')).toContain(
      '**1 finding** (1 warning). 1 file scanned.',
    );
  });

  it('lets nothing of the files become markup', async () => {
    const head = project({ 'a|b<img src=x>.py': OLD, 'n.py': model('acme/<b>*x*', FIRST) });
    const { output } = await cli(head, ['scan', '--base', project({}), '--format', 'pull-request']);
    expect(output).toContain('a\\|b&lt;img src=x>.py:4:12');
    expect(output).not.toContain('<img');
    expect(output).not.toContain('<b>');
  });

  it('holds the base to the configuration of the change', async () => {
    const off = 'rules:\n  unsafe-pickle-load: error\n';
    const head = project({ 'a.py': OLD, '.mlsecops.yaml': off });
    expect((await cli(head, ['scan', '--base', project({ 'a.py': OLD })])).code).toBe(0);
  });

  it('finds a project that has its own file within the checkout that the base is', async () => {
    const settings = 'preset: recommended\n';
    const elsewhere = { '.git': 'gitdir: elsewhere\n', 'm.py': model('acme/encoder', FIRST) };
    const own = { 'chat/.mlsecops.yaml': settings, 'chat/a.py': OLD };
    const head = project({ ...elsewhere, ...own, 'chat/b.py': OLD });
    const base = project({ ...elsewhere, ...own });
    const { output } = await cli(head, ['scan', 'chat', '--base', base, '--format', 'pull-request']);
    expect(output).toContain('**1 new finding** (1 warning). 1 was there before. 2 files scanned.');
    expect(output).toContain('| chat/b.py:4:12 |');
    expect(output).not.toContain('acme/encoder');
    const before = project(elsewhere);
    const added = await cli(head, ['scan', 'chat', '--base', before, '--format', 'pull-request']);
    expect(added.output).toContain('**2 new findings** (2 warning). 2 files scanned.');
  });

  it('says in one line that there is no base', async () => {
    const head = project({ 'a.py': OLD });
    const { code, errors } = await cli(head, ['scan', '--base', 'nowhere', '--output', 'report.txt']);
    expect(code).toBe(2);
    expect(errors).toBe('mlsecops: cannot compare with nowhere: no such file or folder\n');
    expect(existsSync(join(head, 'report.txt'))).toBe(false);
  });
});
