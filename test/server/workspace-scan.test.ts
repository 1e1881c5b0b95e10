import { CancellationTokenSource } from 'vscode-jsonrpc/node.js';
import { afterEach, expect, test } from 'vitest';
import type { FindingsParams, ScanResult, StatusParams } from '../../src/protocol/messages';
import { EditableFiles } from './support/editable-files';
import { CLEAN, RISKY, RISKY_RULE } from './support/sample-code';
import { ROOT, TestClient } from './support/test-client';

let client: TestClient;
afterEach(() => client.stop());

const scan = (params: object = {}): Promise<ScanResult> => client.request('mlsecops/scanWorkspace', params);
const latest = (uri: string): FindingsParams | undefined =>
  client.all<FindingsParams>('mlsecops/findings').findLast((params) => params.uri === uri);

/** As many risky files as a test needs. */
function manyFiles(count: number): EditableFiles {
  const names = Array.from({ length: count }, (_, at) => `/project/src/part${String(at)}.py`);
  return new EditableFiles(Object.fromEntries(names.map((name) => [name, RISKY])));
}

test('a scan tells the findings of each file and counts them', async () => {
  const files = new EditableFiles({
    '/project/a.py': RISKY,
    '/project/deep/b.py': `${RISKY}${RISKY}`,
    '/project/clean.py': CLEAN,
    '/project/readme.md': RISKY,
  });
  client = await TestClient.start({ files });
  expect(await scan()).toMatchObject({ files: 3, findings: 3, cancelled: false, problems: [] });
  expect(latest(`${ROOT}/a.py`)?.findings).toMatchObject([
    { ruleId: RISKY_RULE, uri: `${ROOT}/a.py`, range: { start: { line: 1, character: 8 } } },
  ]);
  expect(latest(`${ROOT}/deep/b.py`)?.findings).toHaveLength(2);
  expect(latest(`${ROOT}/clean.py`)).toBeUndefined();
});

test('a scan tells what model files would do, at the stages where it hurts', async () => {
  const files = new EditableFiles({ '/project/model.pkl': "cos\nsystem\n(S'id'\ntR." });
  client = await TestClient.start({ files });
  expect(await scan()).toMatchObject({ files: 1, findings: 1, problems: [] });
  expect(latest(`${ROOT}/model.pkl`)?.findings).toMatchObject([
    {
      ruleId: 'model-file-malicious',
      severity: 'error',
      message: "Loading it calls `os.system('id')`: it starts a program or a process.",
      range: { start: { line: 0, character: 0 } },
      stages: expect.arrayContaining(['model-serving']) as unknown,
    },
  ]);
  const shown = (): object | undefined =>
    client
      .all<{ readonly uri: string }>('textDocument/publishDiagnostics')
      .findLast(({ uri }) => uri === `${ROOT}/model.pkl`);
  expect(shown()).toMatchObject({
    diagnostics: [{ severity: 1, code: 'model-file-malicious', source: 'mlsecops' }],
  });
  files.write('/project/model.pkl', '(lp0\nF0.5\na.');
  expect(await scan()).toMatchObject({ findings: 0 });
  expect(shown()).toMatchObject({ diagnostics: [] });
});

test('a finding of a scan has the id it has in the open document', async () => {
  const files = new EditableFiles({ '/project/a.py': RISKY });
  client = await TestClient.start({ files });
  await scan();
  const scanned = latest(`${ROOT}/a.py`)?.findings[0];
  client.forget();
  client.open(`${ROOT}/a.py`, `${RISKY}#\n`);
  const [diagnostic] = await client.diagnostics(`${ROOT}/a.py`);
  expect((diagnostic?.data as { findingId: string }).findingId).toBe(scanned?.id);
});

test('what .gitignore and the configuration exclude is not scanned', async () => {
  const files = new EditableFiles({
    '/project/.gitignore': 'ignored/\n',
    '/project/.mlsecops.yaml': 'exclude:\n  - old/\n',
    '/project/ignored/a.py': RISKY,
    '/project/old/b.py': RISKY,
    '/project/kept.py': RISKY,
  });
  client = await TestClient.start({ files });
  expect(await scan()).toMatchObject({ files: 1, findings: 1 });
});

test('what is open in the editor counts, not what is on disk', async () => {
  const files = new EditableFiles({ '/project/a.py': RISKY });
  client = await TestClient.start({ files });
  client.open(`${ROOT}/a.py`, CLEAN);
  expect(await client.diagnostics(`${ROOT}/a.py`)).toEqual([]);
  await scan();
  expect(latest(`${ROOT}/a.py`)?.findings ?? []).toEqual([]);
});

test('a file that is closed after a scan has the findings it has on disk', async () => {
  const files = new EditableFiles({ '/project/a.py': RISKY });
  client = await TestClient.start({ files });
  await scan();
  client.open(`${ROOT}/a.py`, CLEAN);
  await client.diagnostics(`${ROOT}/a.py`);
  expect(latest(`${ROOT}/a.py`)?.findings).toEqual([]);
  client.forget();
  client.notify('textDocument/didClose', { textDocument: { uri: `${ROOT}/a.py` } });
  await client.findings(({ uri, findings }) => uri === `${ROOT}/a.py` && findings.length === 1);
});

test('a file that is gone at the next scan has no findings any more', async () => {
  const files = new EditableFiles({ '/project/a.py': RISKY, '/project/b.py': RISKY });
  client = await TestClient.start({ files });
  await scan();
  files.remove('/project/b.py');
  await scan();
  expect(latest(`${ROOT}/b.py`)?.findings).toEqual([]);
});

test('a file that changes on disk after a scan is looked at again', async () => {
  const files = new EditableFiles({ '/project/a.py': RISKY });
  client = await TestClient.start({ files });
  await scan();
  files.write('/project/a.py', CLEAN);
  client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: `${ROOT}/a.py`, type: 2 }] });
  await client.findings(({ uri, findings }) => uri === `${ROOT}/a.py` && findings.length === 0);
});

test('progress is reported on the token that the client gave', async () => {
  client = await TestClient.start({ files: manyFiles(20) });
  await scan({ workDoneToken: 'scan-1' });
  const values = client
    .all<{ token: string; value: { kind: string } }>('$/progress')
    .filter(({ token }) => token === 'scan-1')
    .map(({ value }) => value.kind);
  expect(values[0]).toBe('begin');
  expect(values.at(-1)).toBe('end');
});

test('the status says that a scan runs and that it has ended', async () => {
  client = await TestClient.start({ files: manyFiles(3) });
  await scan();
  const states = client.all<StatusParams>('mlsecops/status').map(({ state }) => state);
  expect(states).toContain('scanning');
  expect(states.at(-1)).toBe('idle');
});

test('findings come while the scan still runs, and a cancelled scan ends early', async () => {
  client = await TestClient.start({ files: manyFiles(400) });
  const source = new CancellationTokenSource();
  const asked = client.request<ScanResult>('mlsecops/scanWorkspace', {}, source.token);
  await client.findings(({ findings }) => findings.length > 0);
  source.cancel();
  const result = await asked;
  expect(result.cancelled).toBe(true);
  expect(result.files).toBeLessThan(400);
});

test('a second scan stops the first', async () => {
  client = await TestClient.start({ files: manyFiles(200) });
  const first = scan();
  await client.findings(({ findings }) => findings.length > 0);
  const second = scan();
  expect(await first).toMatchObject({ cancelled: true });
  expect(await second).toMatchObject({ cancelled: false, files: 200 });
});

test('other requests are answered while a scan runs', async () => {
  client = await TestClient.start({ files: manyFiles(300) });
  const order: string[] = [];
  const scanned = scan().then(() => order.push('scan'));
  client.open(`${ROOT}/open.py`, RISKY);
  await client.diagnostics(`${ROOT}/open.py`).then(() => order.push('diagnostics'));
  await scanned;
  expect(order).toEqual(['diagnostics', 'scan']);
});

test('a workspace without folders is scanned in no time', async () => {
  client = await TestClient.start();
  client.notify('workspace/didChangeWorkspaceFolders', {
    event: { added: [], removed: [{ uri: ROOT, name: 'project' }] },
  });
  expect(await scan()).toMatchObject({ files: 0, findings: 0, cancelled: false });
});
