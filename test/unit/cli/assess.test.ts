import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { MUCH, NOTHING, SOME } from '../supplychain/support/repositories';
import { cli, project } from './support/run-cli';

interface Assessed {
  readonly tool: { readonly name: string };
  readonly level: string;
  readonly dimensions: readonly { readonly id: string; readonly level?: string }[];
  readonly evidence: readonly {
    readonly id: string;
    readonly state: string;
    readonly places: readonly {
      readonly path: string;
      readonly location: { readonly start: { readonly line: number } };
    }[];
  }[];
  readonly next: readonly { readonly evidence: string; readonly kind: string; readonly template?: string }[];
  readonly attestations: readonly { readonly evidence: string; readonly by: string }[];
}

async function assessed(files: Readonly<Record<string, string>>): Promise<Assessed> {
  const { code, output } = await cli(project(files), ['assess', '--format', 'json']);
  expect(code).toBe(0);
  return JSON.parse(output) as Assessed;
}

const levelOf = ({ dimensions }: Assessed, id: string) => dimensions.find((one) => one.id === id)?.level;

describe('mlsecops assess', () => {
  it('of a repository with nothing: the lowest level, what holds it there, and a first step of minutes', async () => {
    const { code, output, errors } = await cli(project(NOTHING), ['assess']);
    expect(code).toBe(0);
    expect(errors).toBe('');
    expect(output).toMatch(/^L0 /u);
    expect(output).toMatch(/Cheapest next steps\n {2}→ Add: Security policy file \(minutes\)/u);
    expect(output).toContain('Template: security-policy.');
    expect(output).toMatch(
      /Speaks against\n {2}✗ .*NEG-PICKLE-LOAD.*\n {6}train\.py:2 \[torch-load-unsafe\]/u,
    );
    expect(output).toContain('not a statement of compliance');
  });

  it('of one with some: what was found with its place, and the branch to replace as the next step', async () => {
    const some = await assessed(SOME);
    expect(some.tool.name).toBe('mlsecops-lens');
    expect([levelOf(some, 'D1'), levelOf(some, 'D5')]).toEqual(['L1', 'L0']);
    expect(some.evidence.find(({ id }) => id === 'EV-CI')).toMatchObject({
      state: 'found',
      places: [{ path: '.github/workflows/ci.yml' }],
    });
    expect(some.next[0]).toMatchObject({ evidence: 'NEG-UNPINNED-MODEL', kind: 'remove' });
  });

  it('of one with much: higher, with the line that verifies the signature', async () => {
    const much = await assessed(MUCH);
    expect([levelOf(much, 'D2'), levelOf(much, 'D3'), levelOf(much, 'D5')]).toEqual(['L3', 'L3', 'L3']);
    const verified = much.evidence.find(({ id }) => id === 'EV-OMS-VERIFY');
    expect(verified).toMatchObject({ state: 'found', places: [{ path: '.github/workflows/ci.yml' }] });
    const line = verified?.places[0]?.location.start.line ?? -1;
    expect(MUCH['.github/workflows/ci.yml']?.split('\n')[line]).toContain('model_signing verify');
  });

  it('says the same in Markdown, and writes it to a file where it is told to', async () => {
    const folder = project(SOME);
    const { code, output } = await cli(folder, ['assess', '--format', 'markdown', '--output', 'level.md']);
    expect([code, output]).toEqual([0, '']);
    const written = readFileSync(join(folder, 'level.md'), 'utf8');
    expect(written).toMatch(/^#+ /mu);
    expect(written).toContain('src/encode.py');
  });

  it('tells what the evidence says of a framework, as a table too', async () => {
    const folder = project(MUCH);
    const text = await cli(folder, ['assess', '--framework', 'owasp-llm-2025']);
    expect(text.code).toBe(0);
    expect(text.output).toContain('LLM03');
    const { code, output } = await cli(folder, [
      'assess',
      '--framework',
      'owasp-llm-2025',
      '--format',
      'csv',
    ]);
    const [head = '', ...rows] = output.trimEnd().split(/\r?\n/u);
    expect(code).toBe(0);
    expect(head.split(',').length).toBeGreaterThan(2);
    expect(rows.filter((row) => row.includes('LLM'))).toHaveLength(10);
  });

  it('counts what was attested as attested, and tells of an attestation that names nothing', async () => {
    const attested = `attestations:\n  - evidence: EV-DRIFT\n    by: Ada\n    on: 2026-11-01\n    note: looked at every week\n`;
    const more = `${attested}  - evidence: EV-NONE\n    by: Ada\n    on: 2026-11-01\n    note: nothing\n`;
    const folder = project({ ...MUCH, '.mlsecops.yaml': more });
    const { code, output, errors } = await cli(folder, ['assess', '--format', 'json']);
    expect(code).toBe(0);
    expect(errors).toMatch(/\.mlsecops\.yaml:6:\d+: .*EV-NONE/u);
    const { attestations } = JSON.parse(output) as Assessed;
    expect(attestations.find(({ evidence }) => evidence === 'EV-DRIFT')).toMatchObject({ by: 'Ada' });
  });
});

describe('mlsecops assess that cannot run as asked', () => {
  it('tells where a project file is damaged, and goes on with the rest', async () => {
    const folder = project({ ...SOME, '.mlsecops.yaml': 'rules: [\n' });
    const { code, output, errors } = await cli(folder, ['assess']);
    expect(code).toBe(0);
    expect(errors).toMatch(/^mlsecops: \.mlsecops\.yaml:\d+:\d+: /u);
    expect(output).toContain('Readme (EV-README)');
  });

  it.each([
    [['--framework', 'no-such'], 'no framework is named no-such'],
    [['--format', 'csv'], 'csv is a table of a framework'],
    [['--format', 'pdf'], 'pdf'],
    [['no-such-folder'], 'no-such-folder'],
  ])('refuses %j in one line', async (parameters, message) => {
    const folder = project(NOTHING);
    const { code, output, errors } = await cli(folder, ['assess', ...parameters]);
    expect([code, output]).toEqual([2, '']);
    expect(errors).toContain(message);
    expect(errors.trimEnd().split('\n')).toHaveLength(1);
    expect(existsSync(join(folder, 'out'))).toBe(false);
  });
});
