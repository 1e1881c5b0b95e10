import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cli, project } from './support/run-cli';

const RISKY = 'import pickle\n\ndef read(file):\n    return pickle.load(file)\n';
const NEW = '\ndef read_again(stream):\n    return pickle.load(stream)\n';

async function lines(folder: string, ...parameters: readonly string[]): Promise<readonly string[]> {
  const { output } = await cli(folder, ['scan', '--format', 'json', '--fail-on', 'never', ...parameters]);
  const { findings } = JSON.parse(output) as { findings: { path: string; line: number }[] };
  return findings.map(({ path, line }) => `${path}:${line}`);
}

describe('mlsecops baseline', () => {
  it('notes what is there; later scans show only what is new', async () => {
    const folder = project({ 'src/a.py': RISKY });
    const { code, output } = await cli(folder, ['baseline']);
    expect(code).toBe(0);
    expect(output).toContain('Noted 1 finding of 1 file in .mlsecops-baseline.json');
    expect(await lines(folder)).toEqual([]);
    writeFileSync(join(folder, 'src/a.py'), `# moved down\n${RISKY}${NEW}`);
    expect(await lines(folder)).toEqual(['src/a.py:8']);
  });

  it('is found from every folder of the project', async () => {
    const folder = project({ 'src/a.py': RISKY, '.mlsecops.yaml': '' });
    await cli(join(folder, 'src'), ['baseline']);
    expect(await lines(join(folder, 'src'))).toEqual([]);
    expect(await lines(folder)).toEqual([]);
  });

  it('knows the findings of a renamed file, and not those of a copy', async () => {
    const folder = project({ 'a.py': RISKY });
    await cli(folder, ['baseline']);
    renameSync(join(folder, 'a.py'), join(folder, 'b.py'));
    expect(await lines(folder)).toEqual([]);
    writeFileSync(join(folder, 'a.py'), RISKY);
    expect(await lines(folder)).toEqual(['b.py:4']);
  });

  it('can be left aside, and kept elsewhere', async () => {
    const folder = project({ 'a.py': RISKY });
    await cli(folder, ['baseline']);
    expect(await lines(folder, '--no-baseline')).toEqual(['a.py:4']);
    const other = project({ 'a.py': RISKY });
    const { output } = await cli(other, ['baseline', '--output', 'known.json']);
    expect(output).toContain('mlsecops scan --baseline known.json');
    expect(await lines(other)).toEqual(['a.py:4']);
    expect(await lines(other, '--baseline', 'known.json')).toEqual([]);
  });

  it('tells of a broken one in one line', async () => {
    const folder = project({ 'a.py': RISKY, '.mlsecops-baseline.json': '[' });
    const { code, errors } = await cli(folder, ['scan']);
    expect(code).toBe(2);
    expect(errors).toBe(
      'mlsecops: .mlsecops-baseline.json is not JSON; write a baseline with "mlsecops baseline"\n',
    );
  });
});
