import { join } from 'node:path';
import { cruise, type ICruiseResult, type IConfiguration } from 'dependency-cruiser';
import { describe, expect, it } from 'vitest';
// @ts-expect-error a plain configuration file, whose shape the assertion below names
import configuration from '../../../.dependency-cruiser.cjs';

const root = join(__dirname, '../../..');

async function violations(baseDir: string): Promise<readonly string[]> {
  const { forbidden, options } = configuration as IConfiguration;
  const result = await cruise(
    ['src'],
    { ...options, baseDir, validate: true, ruleSet: { forbidden: forbidden ?? [] } },
    { conditionNames: ['import', 'require', 'node', 'default'], exportsFields: ['exports'] },
  );
  return (result.output as ICruiseResult).summary.violations.map(
    ({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`,
  );
}

describe('layers', () => {
  it('import only from those before them', async () => {
    expect(await violations(root)).toEqual([]);
  }, 120_000);

  it('are told when they do not', async () => {
    const found = (await violations(join(root, 'test/fixtures/layers'))).map((line) => line.split(':')[0]);
    expect(found).toEqual(
      expect.arrayContaining([
        'catalog-imports-downwards',
        'node-only-in-node-parts',
        'vscode-only-in-extension',
        'lsp-only-from-server-on',
        'webview-knows-protocol-only',
      ]),
    );
  }, 120_000);
});
