import { afterEach, expect, test } from 'vitest';
import type { CatalogResult, SearchResult, StatusParams } from '../../src/protocol/messages';
import { catalogOf } from '../support/team-catalog';
import { guideText } from '../support/guide';
import { EditableFiles } from './support/editable-files';
import { RISKY, RISKY_RULE } from './support/sample-code';
import { ROOT, TestClient } from './support/test-client';

const PROJECT_FILE = '/project/.mlsecops.yaml';
const CHANGED = 'mlsecops/catalogChanged';
const control = (id: string, stage = 'llm-release'): string =>
  catalogOf('controls:', `  - { id: ${id}, title: Control ${id}, summary: Ours., stages: [${stage}] }`);

let client: TestClient;
afterEach(() => client.stop());

const controls = async (): Promise<readonly string[]> =>
  (await client.request<CatalogResult>('mlsecops/catalog')).controls.map(({ id }) => id);

const hasChanged = (): Promise<unknown> => client.until(CHANGED, () => true);

/** Tells the server that the project file changed. */
function changed(): void {
  client.forget();
  client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: `file://${PROJECT_FILE}`, type: 2 }] });
}

test('what a project file adds is in the catalog, and the client is told that it is', async () => {
  client = await TestClient.start({ files: new EditableFiles({ [PROJECT_FILE]: control('ACME-1') }) });
  await hasChanged();
  const catalog = await client.request<CatalogResult>('mlsecops/catalog');
  expect(catalog.controls.find(({ id }) => id === 'ACME-1')).toMatchObject({ source: 'team' });
  expect(catalog.stages.find(({ id }) => id === 'llm-release')?.controls).toContain('ACME-1');
});

test('search finds what a project file adds', async () => {
  client = await TestClient.start({ files: new EditableFiles({ [PROJECT_FILE]: control('ACME-1') }) });
  await hasChanged();
  const { hits } = await client.request<SearchResult>('mlsecops/search', { query: 'acme-1' });
  expect(hits[0]).toMatchObject({ kind: 'controls', id: 'ACME-1', title: 'Control ACME-1' });
});

test('a change of the project file is in force without a restart, and so is its end', async () => {
  const files = new EditableFiles({ [PROJECT_FILE]: control('ACME-1') });
  client = await TestClient.start({ files });
  await hasChanged();
  files.write(PROJECT_FILE, control('ACME-2'));
  changed();
  await hasChanged();
  expect((await controls()).filter((id) => id.startsWith('ACME'))).toEqual(['ACME-2']);
  files.remove(PROJECT_FILE);
  changed();
  await hasChanged();
  expect((await controls()).filter((id) => id.startsWith('ACME'))).toEqual([]);
});

test('a change that leaves the catalog as it is tells the client nothing', async () => {
  const files = new EditableFiles({ [PROJECT_FILE]: control('ACME-1') });
  client = await TestClient.start({ files });
  await hasChanged();
  files.write(PROJECT_FILE, `preset: strict\n${control('ACME-1')}\n  tools: [{ id: broken }]\n`);
  changed();
  await client.published(({ diagnostics }) => diagnostics.length > 0);
  expect(client.received.map(({ method }) => method)).not.toContain(CHANGED);
});

test('a mistake is shown at its place, costs its entry only, and goes away when it is mended', async () => {
  const files = new EditableFiles({
    [PROJECT_FILE]: `rules:\n  ${RISKY_RULE}: off\n${control('ACME-1')}\n  tools: [{ id: gate, title: Gate }]\n`,
  });
  client = await TestClient.start({ files });
  const { uri, diagnostics } = await client.published(({ diagnostics }) => diagnostics.length > 0);
  expect(uri).toBe(`${ROOT}/.mlsecops.yaml`);
  expect(diagnostics).toMatchObject([
    { message: 'The key "summary" is missing', range: { start: { line: 5, character: 10 } } },
  ]);
  await client.until<StatusParams>('mlsecops/status', ({ attention }) => attention.includes('line 6'));
  expect(await controls()).toContain('ACME-1');
  client.open(`${ROOT}/app.py`, RISKY);
  expect(await client.diagnostics(`${ROOT}/app.py`)).toEqual([]);

  files.write(PROJECT_FILE, control('ACME-1'));
  changed();
  await client.published(({ diagnostics }) => diagnostics.length === 0);
});

test('folders are merged in their order, and a later one can name what an earlier one added', async () => {
  const files = new EditableFiles({
    [PROJECT_FILE]: control('ACME-1'),
    '/other/.mlsecops.yaml': catalogOf(
      'risks:',
      '  - { id: "owasp-llm-2026:LLM04", controls: [ACME-1, NONE] }',
    ),
    '/third/.mlsecops.yaml': catalogOf('risks:', '  - { id: "owasp-llm-2026:LLM04", controls: [ACME-1] }'),
  });
  client = await TestClient.start({ files });
  await hasChanged();
  const added = ['other', 'third'].map((name) => ({ uri: `file:///${name}`, name }));
  client.notify('workspace/didChangeWorkspaceFolders', { event: { added, removed: [] } });
  const { uri, diagnostics } = await client.published(({ diagnostics }) => diagnostics.length > 0);
  expect(uri).toBe('file:///other/.mlsecops.yaml');
  expect(diagnostics.map(({ message }) => message)).toEqual(['"NONE" is not in the catalog\'s controls']);
  const { risks } = await client.request<CatalogResult>('mlsecops/catalog');
  expect(risks.find(({ id }) => id === 'owasp-llm-2026:LLM04')?.controls).toContain('ACME-1');
});

test('a workspace that adds nothing does not read the catalog, and is told of no change', async () => {
  let reads = 0;
  const readCatalog = (): Promise<string> => {
    reads += 1;
    return Promise.resolve(guideText());
  };
  const files = new EditableFiles({ [PROJECT_FILE]: `rules:\n  ${RISKY_RULE}: off\n` });
  client = await TestClient.start({ files, host: { readCatalog } });
  client.open(`${ROOT}/app.py`, RISKY);
  expect(await client.diagnostics(`${ROOT}/app.py`)).toEqual([]);
  changed();
  await client.until('workspace/diagnostic/refresh', () => true);
  await client.diagnostics(`${ROOT}/app.py`);
  expect(reads).toBe(0);
  expect(client.received.map(({ method }) => method)).not.toContain(CHANGED);
});

test('a catalog that cannot be read leaves the rest of the project file in force', async () => {
  const readCatalog = (): Promise<string> => Promise.reject(new Error('gone'));
  const text = `rules:\n  ${RISKY_RULE}: off\n  no-such-rule: off\n${control('ACME-1')}`;
  client = await TestClient.start({
    files: new EditableFiles({ [PROJECT_FILE]: text }),
    host: { readCatalog },
  });
  const { diagnostics } = await client.published(({ diagnostics }) => diagnostics.length > 0);
  expect(diagnostics.map(({ message }) => message)).toEqual(['No rule is named `no-such-rule`.']);
  client.open(`${ROOT}/app.py`, RISKY);
  expect(await client.diagnostics(`${ROOT}/app.py`)).toEqual([]);
});
