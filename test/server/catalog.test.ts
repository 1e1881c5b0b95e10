import { afterEach, expect, test } from 'vitest';
import type { CatalogResult, DocumentStagesResult } from '../../src/protocol/messages';
import { FIXABLE_RULE, RISKY } from './support/sample-code';
import { ROOT, TestClient } from './support/test-client';

let client: TestClient;
afterEach(() => client.stop());

const stagesOf = (uri: string): Promise<DocumentStagesResult> =>
  client.request('mlsecops/documentStages', { uri });

test('the catalog lists lifecycles with their nine stages, and every rule with texts', async () => {
  client = await TestClient.start();
  const catalog = await client.request<CatalogResult>('mlsecops/catalog');
  expect(catalog.lifecycles[0]?.stages).toHaveLength(9);
  const stages = new Set(catalog.stages.map(({ id }) => id));
  for (const rule of catalog.rules) {
    expect(rule.why).not.toBe('');
    for (const stage of rule.stages) expect(stages).toContain(stage);
  }
});

test('the catalog says which rules offer an edit', async () => {
  client = await TestClient.start();
  const { rules } = await client.request<CatalogResult>('mlsecops/catalog', {});
  const hasFix = (id: string): boolean | undefined => rules.find((rule) => rule.id === id)?.hasFix;
  expect(hasFix(FIXABLE_RULE)).toBe(true);
  expect(hasFix('unsafe-pickle-load')).toBe(false);
});

test('an open document tells its stages, by what it does', async () => {
  client = await TestClient.start();
  client.open(`${ROOT}/x.py`, RISKY);
  expect((await stagesOf(`${ROOT}/x.py`)).stages.length).toBeGreaterThan(0);
});

test('a file that is not open tells its stages by its path', async () => {
  client = await TestClient.start();
  const { stages } = await stagesOf(`${ROOT}/.github/workflows/build.yml`);
  expect(stages).toContain('continuous-integration');
});

test('a file that points nowhere has no stage', async () => {
  client = await TestClient.start();
  expect((await stagesOf('file:///elsewhere/zzz.txt')).stages).toEqual([]);
});
