import { describe, expect, it } from 'vitest';
import { cli, project } from './support/run-cli';

const FILES = {
  'src/app.py':
    'from transformers import AutoModel\n\nmodel = AutoModel.from_pretrained("somebody/encoder", revision="5f0b02c75b57c5855da9ae460ce51323ea669d8a")\n',
};
const POLICY = 'policy:\n  severity: error\n  organizations:\n    allow: [acme]\n';
const EXCEPTION = `${POLICY}  exceptions:\n    - part: somebody/*\n      reason: being checked\n      by: Ada\n      until: 2026-12-31\n`;

interface Finding {
  readonly rule: string;
  readonly severity: string;
  readonly path: string;
  readonly line: number;
  readonly message: string;
}

async function findings(
  files: Readonly<Record<string, string>>,
  today?: string,
): Promise<readonly Finding[]> {
  const { output } = await cli(project(files), ['scan', '--format', 'json'], today ? { today } : {});
  return (JSON.parse(output) as { findings: Finding[] }).findings;
}

describe('mlsecops scan with a policy', () => {
  it('reports what does not keep to it, where it is used', async () => {
    const folder = project({ ...FILES, '.mlsecops.yaml': POLICY });
    const { code, output } = await cli(folder, ['scan', '--format', 'json']);
    expect(code).toBe(1);
    expect(JSON.parse(output)).toMatchObject({
      findings: [
        {
          rule: 'policy-organization-not-approved',
          severity: 'error',
          path: 'src/app.py',
          line: 3,
          subject: 'model:huggingface/somebody/encoder@5f0b02c75b57c5855da9ae460ce51323ea669d8a',
        },
      ],
    });
  });

  it('says the same in SARIF', async () => {
    const { output } = await cli(project({ ...FILES, '.mlsecops.yaml': POLICY }), [
      'scan',
      '--format',
      'sarif',
    ]);
    const { runs } = JSON.parse(output) as { runs: { results: { ruleId: string; level: string }[] }[] };
    expect(runs[0]?.results).toMatchObject([{ ruleId: 'policy-organization-not-approved', level: 'error' }]);
  });

  it('says nothing without one, and nothing that a rule setting switches off', async () => {
    expect(await findings(FILES)).toEqual([]);
    const off = `${POLICY}rules:\n  policy-organization-not-approved: off\n`;
    expect(await findings({ ...FILES, '.mlsecops.yaml': off })).toEqual([]);
  });

  it('lets an exception count until its day, and tells of it afterwards', async () => {
    const files = { ...FILES, '.mlsecops.yaml': EXCEPTION };
    expect(await findings(files, '2026-12-31')).toEqual([]);
    const [late] = await findings(files, '2027-01-01');
    expect(late?.message).toContain('The exception by Ada ended on 2026-12-31.');
  });

  it('holds code beside the product to it as information', async () => {
    const files = { 'tests/test_app.py': FILES['src/app.py'], '.mlsecops.yaml': POLICY };
    expect(await findings(files)).toMatchObject([{ severity: 'info' }]);
  });

  it('does not pass when the policy contradicts itself', async () => {
    const contradiction = 'policy:\n  providers:\n    allow: [openai]\n    deny: [OpenAI]\n';
    const { code, output } = await cli(project({ ...FILES, '.mlsecops.yaml': contradiction }), ['scan']);
    expect(code).toBe(2);
    expect(output).toContain('.mlsecops.yaml:3:13');
    expect(output).toContain(
      '`openai` is approved here and forbidden in line 4; the policy contradicts itself and is not in force',
    );
  });

  it('is known to a baseline like any other finding', async () => {
    const folder = project({ ...FILES, '.mlsecops.yaml': POLICY });
    await cli(folder, ['baseline']);
    expect((await cli(folder, ['scan'])).code).toBe(0);
  });
});
