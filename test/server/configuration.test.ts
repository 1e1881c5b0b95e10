import { afterEach, expect, test } from 'vitest';
import type { StatusParams } from '../../src/protocol/messages';
import { EditableFiles } from './support/editable-files';
import { RISKY, RISKY_RULE } from './support/sample-code';
import { PLAIN, PULLS, ROOT, TestClient } from './support/test-client';

const URI = `${ROOT}/src/app.py`;
const PROJECT_FILE = '/project/.mlsecops.yaml';
let client: TestClient;
afterEach(() => client.stop());

const codes = async (uri = URI): Promise<readonly unknown[]> =>
  (await client.diagnostics(uri)).map(({ code }) => code);

/** Tells the server that a file changed and waits until it asks for diagnostics to be pulled again. */
async function changed(path: string): Promise<void> {
  client.forget();
  client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: `file://${path}`, type: 2 }] });
  await client.until('workspace/diagnostic/refresh', () => true);
}

async function settingsChanged(settings: unknown): Promise<void> {
  client.forget();
  client.settings = settings;
  client.notify('workspace/didChangeConfiguration', { settings: null });
  await client.until('workspace/diagnostic/refresh', () => true);
}

test('a rule that is switched off finds nothing, and again when it is switched on', async () => {
  client = await TestClient.start({ settings: { rules: { [RISKY_RULE]: 'off' } } });
  client.open(URI, RISKY);
  expect(await codes()).toEqual([]);
  await settingsChanged({});
  expect(await codes()).toEqual([RISKY_RULE]);
});

test('switched off altogether, nothing is found', async () => {
  client = await TestClient.start({ settings: { enable: false } });
  client.open(URI, RISKY);
  expect(await codes()).toEqual([]);
});

test('a severity of the settings is the severity shown', async () => {
  client = await TestClient.start({ settings: { rules: { [RISKY_RULE]: 'error' } } });
  client.open(URI, 'import pickle\npickle.loads(data)\n');
  expect((await client.diagnostics(URI))[0]?.severity).toBe(1);
});

test('excluded files have no findings', async () => {
  client = await TestClient.start({ settings: { exclude: ['src/'] } });
  client.open(URI, RISKY);
  client.open(`${ROOT}/other.py`, RISKY);
  expect(await codes()).toEqual([]);
  expect(await codes(`${ROOT}/other.py`)).toEqual([RISKY_RULE]);
});

test('a setting of the wrong kind is told and costs only itself', async () => {
  client = await TestClient.start({ settings: { preset: 'everything' as 'all', exclude: ['src/'] } });
  const { attention } = await client.until<StatusParams>(
    'mlsecops/status',
    (status) => status.attention !== '',
  );
  expect(attention).toContain('mlsecops.preset');
  client.open(URI, RISKY);
  expect(await codes()).toEqual([]);
});

test('a client that sends its settings is understood', async () => {
  client = await TestClient.start({ capabilities: PLAIN, settings: { rules: { [RISKY_RULE]: 'off' } } });
  client.open(URI, RISKY);
  await client.published(({ uri, diagnostics }) => uri === URI && diagnostics.length === 0);
  client.notify('workspace/didChangeConfiguration', { settings: { mlsecops: {} } });
  await client.published(({ uri, diagnostics }) => uri === URI && diagnostics.length === 1);
});

test('a change of .mlsecops.yaml is in force without a restart', async () => {
  const files = new EditableFiles({ [PROJECT_FILE]: `rules:\n  ${RISKY_RULE}: off\n` });
  client = await TestClient.start({ files });
  client.open(URI, RISKY);
  expect(await codes()).toEqual([]);
  files.remove(PROJECT_FILE);
  await changed(PROJECT_FILE);
  expect(await codes()).toEqual([RISKY_RULE]);
});

test('what is wrong in .mlsecops.yaml is shown at its line, and the rest applies', async () => {
  const files = new EditableFiles({
    [PROJECT_FILE]: `unknown-key: 1\nrules:\n  ${RISKY_RULE}: off\n  nothing-like-it: off\n`,
  });
  client = await TestClient.start({ files });
  const { uri, diagnostics } = await client.published(({ diagnostics }) => diagnostics.length > 0);
  expect(uri).toBe(`${ROOT}/.mlsecops.yaml`);
  expect(diagnostics.map(({ range }) => range.start.line)).toEqual([0, 3]);
  client.open(URI, RISKY);
  expect(await codes()).toEqual([]);
});

test('the diagnostics of .mlsecops.yaml go away when it is repaired', async () => {
  const files = new EditableFiles({ [PROJECT_FILE]: 'preset: [\n' });
  client = await TestClient.start({ files });
  await client.published(({ diagnostics }) => diagnostics.length > 0);
  files.write(PROJECT_FILE, 'preset: strict\n');
  await changed(PROJECT_FILE);
  await client.published(
    ({ uri, diagnostics }) => uri.endsWith('.mlsecops.yaml') && diagnostics.length === 0,
  );
  await client.until<StatusParams>('mlsecops/status', ({ attention }) => attention === '');
});

test('a client that watches no files is understood when it saves the project file', async () => {
  const files = new EditableFiles({});
  const capabilities = { ...PULLS, workspace: { ...PULLS.workspace, didChangeWatchedFiles: {} } };
  client = await TestClient.start({ files, capabilities });
  client.open(URI, RISKY);
  expect(await codes()).toEqual([RISKY_RULE]);
  files.write(PROJECT_FILE, `rules:\n  ${RISKY_RULE}: off\n`);
  client.forget();
  client.notify('textDocument/didSave', { textDocument: { uri: `file://${PROJECT_FILE}` } });
  await client.until('workspace/diagnostic/refresh', () => true);
  expect(await codes()).toEqual([]);
});

test('a version in a manifest counts, and so does its change', async () => {
  const files = new EditableFiles({ '/project/requirements.txt': 'torch==2.1.0\n' });
  client = await TestClient.start({ files });
  client.open(URI, 'import torch\nweights = torch.load(path)\n');
  expect(await codes()).toEqual(['torch-load-unsafe']);
  files.write('/project/requirements.txt', 'torch==2.6.0\n');
  await changed('/project/requirements.txt');
  expect(await codes()).toEqual([]);
});

test('every folder of the workspace has its own project file', async () => {
  const files = new EditableFiles({ '/other/.mlsecops.yaml': `rules:\n  ${RISKY_RULE}: off\n` });
  client = await TestClient.start({ files });
  client.open(URI, RISKY);
  client.open('file:///other/app.py', RISKY);
  client.forget();
  client.notify('workspace/didChangeWorkspaceFolders', {
    event: { added: [{ uri: 'file:///other', name: 'other' }], removed: [] },
  });
  await client.until('workspace/diagnostic/refresh', () => true);
  expect(await codes()).toEqual([RISKY_RULE]);
  expect(await codes('file:///other/app.py')).toEqual([]);
});

test('the client is asked to watch the files that configuration is read from', async () => {
  client = await TestClient.start();
  const { registrations } = await client.until<{
    registrations: { method: string; registerOptions: unknown }[];
  }>('client/registerCapability', ({ registrations }) =>
    registrations.some(({ method }) => method === 'workspace/didChangeWatchedFiles'),
  );
  expect(JSON.stringify(registrations)).toContain('**/.mlsecops.yaml');
});
