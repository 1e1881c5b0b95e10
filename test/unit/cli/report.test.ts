import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cli, project } from './support/run-cli';

const FILES = {
  'train.py': 'import torch\nmodel = torch.load("model.pt", weights_only=False)\n',
  'requirements.txt': 'torch==2.6.0\n',
};

describe('mlsecops report', () => {
  it('writes one page with findings, parts and maturity, the same twice', async () => {
    const folder = project(FILES);
    const first = await cli(folder, ['report', '--name', 'demo']);
    expect({ code: first.code, errors: first.errors }).toEqual({ code: 0, errors: '' });
    expect(first.output).toMatch(/^<!doctype html>/u);
    for (const text of [
      '<h1>demo</h1>',
      'train.py:2:',
      'torch-load-unsafe',
      'requirements.txt:1',
      'id="maturity"',
    ]) {
      expect(first.output).toContain(text);
    }
    expect((await cli(folder, ['report', '--name', 'demo'])).output).toBe(first.output);
  });

  it('writes Markdown and JSON into a file, with the time it is told', async () => {
    const folder = project(FILES);
    const variables = { SOURCE_DATE_EPOCH: '1700000000' };
    for (const format of ['markdown', 'json']) {
      const parameters = ['report', '-f', format, '-o', 'out.txt', '--timestamp'];
      expect(await cli(folder, parameters, { variables })).toEqual({ code: 0, output: '', errors: '' });
      expect(readFileSync(join(folder, 'out.txt'), 'utf8')).toMatch(
        /2023-11-14(?:T22:13:20\.000Z| 22:13 UTC)/u,
      );
    }
  });

  it('says in one line what is wrong', async () => {
    const { code, errors } = await cli(project({}), ['report', 'nowhere']);
    expect(code).toBe(2);
    expect(errors).toMatch(/^mlsecops: cannot read nowhere: .*\n$/u);
  });

  it('goes on where an attestation is wrong, and says so', async () => {
    const folder = project({
      ...FILES,
      '.mlsecops.yaml': 'attestations:\n  - evidence: EV-TEST\n    by: Somebody\n    on: never\n',
    });
    const { code, output } = await cli(folder, ['report', '-f', 'json']);
    expect(code).toBe(0);
    const { notRead } = JSON.parse(output) as { notRead: string[] };
    expect(notRead.some((line) => line.startsWith('.mlsecops.yaml:'))).toBe(true);
  });
});
