import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cli, project } from './support/run-cli';

describe('mlsecops lifecycle', () => {
  it('writes the drawing of the classic lifecycle unless told otherwise', async () => {
    const { code, output, errors } = await cli(project({}), ['lifecycle']);
    expect({ code, errors }).toEqual({ code: 0, errors: '' });
    expect(output).toMatch(/^<svg [\s\S]*<\/svg>\n$/u);
    expect(output).toContain('>MLSecOps lifecycle</title>');
  });

  it('draws the other lifecycle with an overlay in the dark', async () => {
    const parameters = ['--lifecycle', 'llm', '--overlay', 'owasp-llm-2026', '--theme', 'dark'];
    const { output } = await cli(project({}), ['lifecycle', ...parameters]);
    expect(output).toContain('>LLMSecOps lifecycle: OWASP GenAI LLM Top 10 2026</title>');
    expect(output).toContain('#161a20');
  });

  it('writes a page into a file', async () => {
    const folder = project({});
    const { code, output } = await cli(folder, [
      'lifecycle',
      '--format',
      'html',
      '--output',
      'lifecycle.html',
    ]);
    expect({ code, output }).toEqual({ code: 0, output: '' });
    expect(readFileSync(join(folder, 'lifecycle.html'), 'utf8')).toMatch(/^<!doctype html>/u);
  });

  it.each([
    ['mermaid', /^```mermaid\nflowchart/u],
    ['json', /^\{\n {2}"version": 1,/u],
  ])('writes %s', async (format, beginning) => {
    const { output } = await cli(project({}), ['lifecycle', '--format', format]);
    expect(output).toMatch(beginning);
  });

  it('tells an overlay that looks like the one nobody knows, in one line, and exits with 2', async () => {
    const { code, output, errors } = await cli(project({}), ['lifecycle', '--overlay', 'owasp-ml']);
    expect({ code, output }).toEqual({ code: 2, output: '' });
    expect(errors).toMatch(/^mlsecops: no overlay is named "owasp-ml"; perhaps owasp-ml-2023.*\n$/u);
  });

  it('tells the lifecycles there are', async () => {
    const { code, errors } = await cli(project({}), ['lifecycle', '--lifecycle', 'xyz']);
    expect(code).toBe(2);
    expect(errors).toContain('no lifecycle is named "xyz"');
  });

  it('refuses a format it does not write', async () => {
    const { code, errors } = await cli(project({}), ['lifecycle', '--format', 'png']);
    expect(code).toBe(2);
    expect(errors).toContain('svg, html, mermaid, json');
  });

  it('says why a file cannot be written', async () => {
    const { code, errors } = await cli(project({}), ['lifecycle', '--output', 'no/such/folder/x.svg']);
    expect(code).toBe(2);
    expect(errors).toMatch(/^mlsecops: cannot write no\/such\/folder\/x\.svg: /u);
  });
});

describe('mlsecops crosswalk', () => {
  it('joins two frameworks as CSV', async () => {
    const { code, output } = await cli(project({}), ['crosswalk', 'owasp-llm-2026', 'nist-ai-rmf']);
    expect(code).toBe(0);
    expect(output).toMatch(/^Id,Title,GOVERN,/u);
    expect(output).toMatch(/^LLM04:2026,Supply Chain,.*official/mu);
  });

  it('joins a list of ours with a framework as Markdown', async () => {
    const { output } = await cli(project({}), ['crosswalk', 'controls', 'slsa', '--format', 'markdown']);
    expect(output).toMatch(/^# Controls and SLSA/u);
    expect(output).toMatch(/^\| C27 /mu);
  });

  it('tells what looks like a framework nobody knows, and exits with 2', async () => {
    const { code, errors } = await cli(project({}), ['crosswalk', 'nist-airmf', 'slsa']);
    expect(code).toBe(2);
    expect(errors).toMatch(/^mlsecops: no framework is named "nist-airmf"; perhaps nist-ai-rmf/u);
  });
});
