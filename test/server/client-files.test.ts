import { afterEach, expect, test } from 'vitest';
import { ResponseError } from 'vscode-jsonrpc/node.js';
import type { FileParams, ScanResult, StatusParams } from '../../src/protocol/messages';
import { RISKY, RISKY_RULE } from './support/sample-code';
import { ROOT, TestClient } from './support/test-client';

const FILES: Readonly<Record<string, string>> = {
  '/project/.mlsecops.yaml': 'exclude:\n  - old.py\n',
  '/project/app.py': RISKY,
  '/project/old.py': RISKY,
};
let client: TestClient;
afterEach(() => client.stop());

/** Lets the client answer for its files, as an editor in a browser does. */
function serveFiles(): void {
  const missing = (): never => {
    throw new ResponseError(-32600, 'No such file.', { reason: 'missing' });
  };
  const path = ({ uri }: FileParams): string => new URL(uri).pathname;
  client.connection.onRequest('mlsecops/readFile', (params: FileParams) => {
    const text = FILES[path(params)];
    return text === undefined ? missing() : { content: Buffer.from(text).toString('base64') };
  });
  client.connection.onRequest('mlsecops/statFile', (params: FileParams) => {
    if (path(params) === '/project') return { type: 'folder', size: 0, modified: 0 };
    const text = FILES[path(params)];
    return text === undefined ? missing() : { type: 'file', size: text.length, modified: 0 };
  });
  client.connection.onRequest('mlsecops/listFolder', (params: FileParams) => {
    if (path(params) !== '/project') return missing();
    return Object.keys(FILES).map((name) => ({ name: name.slice('/project/'.length), type: 'file' }));
  });
}

test('a server without files of its own scans through the client', async () => {
  client = TestClient.connect({ hostHasFiles: false });
  serveFiles();
  await client.initialize();
  const result = await client.request<ScanResult>('mlsecops/scanWorkspace', {});
  expect(result).toMatchObject({ files: 1, findings: 1, problems: [] });
  const { findings } = await client.findings(({ uri }) => uri === `${ROOT}/app.py`);
  expect(findings[0]?.ruleId).toBe(RISKY_RULE);
});

test('a client that serves no files costs the files, not the server', async () => {
  client = TestClient.connect({ hostHasFiles: false });
  client.connection.onRequest('mlsecops/readFile', () => ({ content: 7 }));
  await client.initialize();
  client.open(`${ROOT}/app.py`, RISKY);
  expect(await client.diagnostics(`${ROOT}/app.py`)).toHaveLength(1);
  const { attention } = await client.until<StatusParams>(
    'mlsecops/status',
    (status) => status.attention !== '',
  );
  expect(attention).toContain('.mlsecops.yaml');
});
