import { describe, expect, it } from 'vitest';
import { catalogOf } from '../../support/team-catalog';
import { cli, project } from './support/run-cli';

const CONTROL = [
  'controls:',
  '  - id: ACME-1',
  '    title: Model review board',
  '    summary: Two people approve each model.',
];

describe('mlsecops explain in a folder with a project file', () => {
  it('explains what the file adds', async () => {
    const folder = project({ '.mlsecops.yaml': catalogOf(...CONTROL, '    stages: [llm-release]') });
    const { code, output, errors } = await cli(folder, ['explain', 'acme-1']);
    expect({ code, errors }).toEqual({ code: 0, errors: '' });
    expect(output).toContain('Model review board\ncontrol ACME-1\n');
    expect(output).toContain('Two people approve each model.');
    expect((await cli(folder, ['explain', 'llm-release'])).output).toContain('Model review board');
  });

  it('tells a mistake in one line with its place, and explains all the same', async () => {
    const folder = project({ '.mlsecops.yaml': catalogOf(...CONTROL, '    stages: [release]') });
    const { code, output, errors } = await cli(folder, ['explain', 'C06']);
    expect(errors).toBe('mlsecops: .mlsecops.yaml:6:16: "release" is not in the catalog\'s stages\n');
    expect(output).toContain('control C06');
    expect(code).toBe(0);
    expect((await cli(folder, ['explain', 'ACME-1'])).code).toBe(2);
  });

  it('sends no control characters of the file to the terminal', async () => {
    const text = catalogOf('tools: [{ id: gate, title: "A\\e[2J\\u202eB", summary: "C\\aD" }]');
    const { output } = await cli(project({ '.mlsecops.yaml': text }), ['explain', 'gate']);
    expect(output).toContain('A\\u001b[2J\\u202eB');
    expect(output).toContain('C\\u0007D');
  });

  it('explains as ever where there is none', async () => {
    const { code, errors } = await cli(project({}), ['explain', 'C06']);
    expect({ code, errors }).toEqual({ code: 0, errors: '' });
  });
});

describe('mlsecops scan', () => {
  it('reports mistakes of the catalog with their places, and scans', async () => {
    const folder = project({
      'a.py': 'x = 1\n',
      '.mlsecops.yaml': catalogOf(...CONTROL, '    stages: [release]'),
    });
    const { code, output } = await cli(folder, ['scan']);
    expect(output).toContain('.mlsecops.yaml:6:16 "release" is not in the catalog\'s stages');
    expect(output).toContain('No findings.');
    expect(code).toBe(0);
  });
});
