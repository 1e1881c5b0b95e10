import { afterEach, expect, test } from 'vitest';
import { ErrorCodes, type ResponseError } from 'vscode-languageserver';
import { ROOT, TestClient } from './support/test-client';
import { RISKY } from './support/sample-code';

let client: TestClient;
afterEach(() => client.stop());

const code = (error: unknown): number => (error as ResponseError).code;

test('initialize tells what the server can do', async () => {
  client = await TestClient.start();
  const capabilities = client.initialized?.capabilities;
  expect(capabilities).toMatchObject({
    positionEncoding: 'utf-16',
    textDocumentSync: { change: 2, openClose: true },
    diagnosticProvider: { identifier: 'mlsecops' },
    hoverProvider: true,
    codeActionProvider: { codeActionKinds: ['quickfix', 'source.fixAll.mlsecops'] },
  });
  expect(capabilities?.notebookDocumentSync?.notebookSelector).toEqual([{ notebook: 'jupyter-notebook' }]);
});

test('a request before initialize is answered with an error', async () => {
  client = TestClient.connect();
  const answer = client.request('mlsecops/catalog').catch(code);
  expect(await answer).toBe(ErrorCodes.ServerNotInitialized);
});

test('initialize without capabilities is answered with an error and can be repeated', async () => {
  client = TestClient.connect();
  await expect(client.request('initialize', {})).rejects.toThrow('initialize');
  expect(await client.request('initialize', { capabilities: {} })).toHaveProperty('capabilities');
});

test('an unknown request is answered with an error', async () => {
  client = await TestClient.start();
  expect(await client.request('mlsecops/nothingOfTheKind', {}).catch(code)).toBe(ErrorCodes.MethodNotFound);
});

test.each([
  ['textDocument/diagnostic', {}],
  ['textDocument/diagnostic', { textDocument: { uri: 7 } }],
  ['textDocument/hover', { textDocument: { uri: `${ROOT}/a.py` }, position: { line: -1, character: 0 } }],
  ['textDocument/codeAction', { textDocument: { uri: `${ROOT}/a.py` }, range: null, context: {} }],
  ['mlsecops/documentStages', []],
  ['mlsecops/scanWorkspace', { workDoneToken: {} }],
])('%s with parameters %j is answered with an error and the server goes on', async (method, params) => {
  client = await TestClient.start();
  expect(await client.request(method, params).catch(code)).toBe(ErrorCodes.InvalidParams);
  client.open(`${ROOT}/a.py`, RISKY);
  expect(await client.diagnostics(`${ROOT}/a.py`)).toHaveLength(1);
});

test.each([
  ['textDocument/didOpen', { textDocument: null }],
  [
    'textDocument/didChange',
    { textDocument: { uri: `${ROOT}/never-opened.py`, version: 2 }, contentChanges: [] },
  ],
  ['notebookDocument/didChange', { notebookDocument: { uri: 'x', version: 1 }, change: { cells: 3 } }],
  ['workspace/didChangeWatchedFiles', { changes: [{ uri: '%%%', type: 2 }] }],
])('a wrong %s is ignored and the server goes on', async (method, params) => {
  client = await TestClient.start();
  client.notify(method, params);
  client.open(`${ROOT}/a.py`, RISKY);
  expect(await client.diagnostics(`${ROOT}/a.py`)).toHaveLength(1);
});

test('after shutdown requests are refused, and exit ends the server without an error', async () => {
  client = await TestClient.start();
  expect(await client.request('shutdown')).toBeNull();
  expect(await client.request('mlsecops/catalog').catch(code)).toBe(ErrorCodes.ServerNotInitialized);
  client.notify('exit', undefined);
  await expect.poll(() => client.exitCode).toBe(0);
});

test('exit without shutdown ends the server with an error', async () => {
  client = await TestClient.start();
  client.notify('exit', undefined);
  await expect.poll(() => client.exitCode).toBe(1);
});
