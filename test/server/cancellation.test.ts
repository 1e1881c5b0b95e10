import { CancellationTokenSource } from 'vscode-jsonrpc/node.js';
import { afterEach, expect, test } from 'vitest';
import { LSPErrorCodes, type ResponseError } from 'vscode-languageserver';
import { CLEAN, RISKY } from './support/sample-code';
import { ROOT, TestClient } from './support/test-client';

const URI = `${ROOT}/app.py`;
let client: TestClient;
afterEach(() => client.stop());

test('a cancelled request is answered as cancelled, and the next one is answered', async () => {
  client = await TestClient.start();
  client.open(URI, RISKY);
  const source = new CancellationTokenSource();
  const asked = client.request('textDocument/diagnostic', { textDocument: { uri: URI } }, source.token);
  source.cancel();
  expect(await asked.catch((error: unknown) => (error as ResponseError).code)).toBe(
    LSPErrorCodes.RequestCancelled,
  );
  expect(await client.diagnostics(URI)).toHaveLength(1);
});

test('requests between quick edits are answered for the text as it is, never for an older one', async () => {
  client = await TestClient.start();
  client.open(URI, CLEAN);
  const top = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
  client.change(URI, 2, RISKY);
  const answers = [];
  for (let line = 1; line <= 30; line += 1) {
    answers.push(client.diagnostics(URI));
    client.change(URI, line + 2, '#\n', top);
  }
  const last = await client.diagnostics(URI);
  expect(last[0]?.range.start.line).toBe(31);
  const lines = (await Promise.all(answers)).map(([first]) => first?.range.start.line ?? 0);
  expect(lines).toEqual([...lines].sort((a, b) => a - b));
  lines.forEach((line, at) => expect(line).toBeGreaterThanOrEqual(at + 1));
});

test('the views are never told of an older state after a newer one', async () => {
  client = await TestClient.start();
  client.open(URI, CLEAN);
  for (let version = 2; version < 20; version += 1) {
    client.change(URI, version, version % 2 === 0 ? RISKY : CLEAN);
    void client.diagnostics(URI);
  }
  client.change(URI, 20, `#\n${RISKY}`);
  await client.diagnostics(URI);
  const told = client.all<{ findings: { range: { start: { line: number } } }[] }>('mlsecops/findings');
  expect(told.at(-1)?.findings[0]?.range.start.line).toBe(2);
});
