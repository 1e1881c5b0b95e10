import { afterEach, expect, test } from 'vitest';
import { CLEAN, RISKY, RISKY_RULE } from './support/sample-code';
import { PLAIN, ROOT, TestClient } from './support/test-client';

const URI = `${ROOT}/app.py`;
let client: TestClient;
afterEach(() => client.stop());

test('a client that does not pull is sent diagnostics with the version they hold for', async () => {
  client = await TestClient.start({ capabilities: PLAIN });
  client.open(URI, RISKY);
  const { version, diagnostics } = await client.published(({ uri }) => uri === URI);
  expect(version).toBe(1);
  expect(diagnostics.map(({ code }) => code)).toEqual([RISKY_RULE]);
});

test('diagnostics go away when the code is repaired', async () => {
  client = await TestClient.start({ capabilities: PLAIN });
  client.open(URI, RISKY);
  client.change(URI, 2, CLEAN);
  expect((await client.published(({ version }) => version === 2)).diagnostics).toEqual([]);
});

test('diagnostics go away when the document is closed', async () => {
  client = await TestClient.start({ capabilities: PLAIN });
  client.open(URI, RISKY);
  await client.published(({ diagnostics }) => diagnostics.length > 0);
  client.notify('textDocument/didClose', { textDocument: { uri: URI } });
  await client.published(({ uri, diagnostics }) => uri === URI && diagnostics.length === 0);
});

test('after many quick edits only the last state is sent, never an old one', async () => {
  client = await TestClient.start({ capabilities: PLAIN });
  client.open(URI, CLEAN);
  for (let version = 2; version <= 50; version += 1) {
    client.change(URI, version, version % 2 === 0 ? RISKY : `${CLEAN}# ${version}\n`);
  }
  client.change(URI, 51, `# last\n${RISKY}`);
  const last = await client.published(({ version }) => version === 51);
  expect(last.diagnostics[0]?.range.start.line).toBe(2);
  const versions = client
    .all<{ version?: number }>('textDocument/publishDiagnostics')
    .map(({ version }) => version ?? 0);
  expect(versions).toEqual([...versions].sort((a, b) => a - b));
  expect(versions.length).toBeLessThan(5);
});
