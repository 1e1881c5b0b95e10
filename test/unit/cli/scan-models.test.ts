import { describe, expect, it } from 'vitest';
import type { SarifLog, SarifResult } from '../../../src/report/sarif/sarif-log';
import { bytes, op, SYSTEM, zip } from '../models/support/assemble';
import { cli, project } from './support/run-cli';

const HARMLESS = bytes(op.proto(2), '}.');
const UNKNOWN = bytes(op.proto(2), op.global('acme.layers', 'Whitening'), ')', op.newObj, '.');
const CHECKPOINT = zip([{ name: 'archive/data.pkl', data: SYSTEM }]);
const FILES = {
  'a.pkl': SYSTEM,
  'b.pt': CHECKPOINT,
  'c.joblib': UNKNOWN,
  'd.onnx': '<html>404</html>',
  'e.pkl': bytes(HARMLESS, 'rest'),
  'f.pkl': HARMLESS,
};

async function sarif(folder: string): Promise<readonly SarifResult[]> {
  const { output } = await cli(folder, ['scan', '--format', 'sarif']);
  return (JSON.parse(output) as SarifLog).runs[0]?.results ?? [];
}

describe('model files in a scan', () => {
  it('have levels in SARIF, and none when they are safe', async () => {
    const results = await sarif(project(FILES));
    const levels = results.map(({ level, ruleId, locations }) => [
      locations[0]?.physicalLocation.artifactLocation.uri,
      level,
      ruleId,
    ]);
    expect(levels).toEqual([
      ['a.pkl', 'error', 'model-file-malicious'],
      ['b.pt', 'error', 'model-file-malicious'],
      ['c.joblib', 'warning', 'model-file-unknown-code'],
      ['d.onnx', 'warning', 'model-file-not-analysed'],
      ['e.pkl', 'note', 'model-file-note'],
    ]);
  });

  it('have places in bytes, and in the parts of archives', async () => {
    const [inFile, inMember] = await sarif(project(FILES));
    expect(inFile?.locations[0]?.physicalLocation.region).toEqual({ byteOffset: 21, byteLength: 0 });
    expect(inMember?.locations[0]).toMatchObject({
      logicalLocations: [{ name: 'data.pkl', fullyQualifiedName: 'archive/data.pkl@0x15', kind: 'member' }],
    });
    expect(inMember?.message.text).toBe(
      "In `archive/data.pkl`: Loading it calls `os.system('id')`: it starts a program or a process.",
    );
    expect(inMember?.properties).toMatchObject({ member: 'archive/data.pkl', offset: 21 });
    expect(inMember?.properties['stages']).toContain('model-serving');
    expect(inMember?.properties['risks']).toContain('owasp-ml-2023:ML06');
  });

  it('are lines of the text report and of the Markdown one', async () => {
    const folder = project(FILES);
    const { code, output } = await cli(folder, ['scan']);
    expect(code).toBe(1);
    expect(output).toContain('a.pkl@0x15 error model-file-malicious  Loading it calls');
    expect(output).toContain('b.pt:archive/data.pkl@0x15 error model-file-malicious  Loading it calls');
    const markdown = (await cli(folder, ['scan', '--format', 'markdown'])).output;
    expect(markdown).toContain('`model-file-malicious` at archive/data.pkl@0x15: Loading it calls');
    expect(markdown).toContain('`model-file-malicious` at 0x15: Loading it calls');
  });

  it('are in the JSON report with member and offset', async () => {
    const { output } = await cli(project(FILES), ['scan', '--format', 'json']);
    const { findings } = JSON.parse(output) as { findings: readonly object[] };
    expect(findings[1]).toMatchObject({
      rule: 'model-file-malicious',
      path: 'b.pt',
      member: 'archive/data.pkl',
      offset: 21,
      cwe: ['CWE-502', 'CWE-506', 'CWE-94'],
    });
  });

  it('may be left to a baseline, to exclude and to the rules', async () => {
    const folder = project({
      ...FILES,
      '.mlsecops.yaml': 'exclude: [b.pt]\nrules: { model-file-note: off }\n',
    });
    await cli(folder, ['baseline']);
    const { code, output } = await cli(folder, ['scan', '--fail-on', 'info']);
    expect(output).toContain('Hidden: 3 by the baseline.');
    expect(code).toBe(0);
    const { output: all } = await cli(folder, ['scan', '--no-baseline', '--fail-on', 'never']);
    expect(all).not.toContain('b.pt');
    expect(all).not.toContain('model-file-note');
  });

  it('end a scan as other findings do', async () => {
    const note = project({ 'e.pkl': FILES['e.pkl'] });
    expect((await cli(note, ['scan'])).code).toBe(0);
    expect((await cli(note, ['scan', '--fail-on', 'info'])).code).toBe(1);
    expect((await cli(project({ 'c.joblib': UNKNOWN }), ['scan', '--fail-on', 'error'])).code).toBe(0);
    expect((await cli(project({ 'c.joblib': UNKNOWN }), ['scan'])).code).toBe(1);
  });

  it('are explained', async () => {
    const { output } = await cli(project({}), ['explain', 'model-file-malicious']);
    expect(output).toContain('Model file does harm when it is loaded');
    expect(output).toContain('CWE-502');
  });
});
