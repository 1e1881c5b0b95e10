import { afterEach, expect, test } from 'vitest';
import type { ExportResult } from '../../src/protocol/messages';
import { TestClient } from './support/test-client';

let client: TestClient;
afterEach(() => client.stop());

const lifecycle = (params: object): Promise<ExportResult> =>
  client.request('mlsecops/exportLifecycle', params);
const crosswalk = (params: object): Promise<ExportResult> =>
  client.request('mlsecops/exportCrosswalk', params);

test('a client gets a lifecycle with an overlay and its own counts of findings as a drawing', async () => {
  client = await TestClient.start();
  const { text } = await lifecycle({
    lifecycle: 'mlsecops',
    overlay: 'roles',
    format: 'svg',
    theme: 'dark',
    findings: { 'model-serving': 7 },
  });
  expect(text).toContain('>MLSecOps lifecycle: Roles</title>');
  expect(text).toContain('<title>7 findings</title>');
});

test('a client gets a crosswalk', async () => {
  client = await TestClient.start();
  const { text } = await crosswalk({ rows: 'owasp-ml-2023', columns: 'stages', format: 'csv' });
  expect(text).toMatch(/^ML06:2023,AI Supply Chain Attacks,.*direct/mu);
});

test.each([
  [
    'an unknown overlay',
    { lifecycle: 'mlsecops', overlay: 'rolls', format: 'svg' },
    /no overlay is named "rolls"; perhaps roles/u,
  ],
  ['an unknown lifecycle', { lifecycle: 'x', format: 'svg' }, /no lifecycle is named "x"/u],
  ['an unknown format', { lifecycle: 'mlsecops', format: 'png' }, /format/u],
  ['a count that is none', { lifecycle: 'mlsecops', format: 'svg', findings: { a: -1 } }, /findings/u],
])('%s is refused with the reason', async (_, params, reason) => {
  client = await TestClient.start();
  await expect(lifecycle(params)).rejects.toMatchObject({
    code: -32602,
    message: expect.stringMatching(reason) as string,
  });
});

test('an unknown framework is refused with the reason', async () => {
  client = await TestClient.start();
  await expect(crosswalk({ rows: 'slsa', columns: 'sls', format: 'csv' })).rejects.toMatchObject({
    code: -32602,
    message: expect.stringContaining('no framework is named "sls"; perhaps slsa') as string,
  });
});
