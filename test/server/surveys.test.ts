import { afterEach, expect, test } from 'vitest';
import type {
  AssessmentResult,
  AttestationTextResult,
  ExportResult,
  InventoryResult,
  TemplateResult,
} from '../../src/protocol/messages';
import * as v from 'valibot';
import { assessmentSchema } from '../../src/extension/client/assessment-schema';
import { inventorySchema } from '../../src/extension/client/inventory-schema';
import { pathProblem } from '../../src/extension/maturity/path-problem';
import { guideEntries } from '../support/guide';
import { EditableFiles } from './support/editable-files';
import { ROOT, TestClient } from './support/test-client';

let client: TestClient;
afterEach(() => client.stop());

const LOADS = (name: string): string =>
  `from transformers import AutoModel\n\nmodel = AutoModel.from_pretrained("${name}")\n`;

const scan = (): Promise<unknown> => client.request('mlsecops/scanWorkspace', {});
const inventory = (): Promise<InventoryResult> => client.request('mlsecops/inventory');
const assessment = (): Promise<AssessmentResult> => client.request('mlsecops/assessment');
const settled = (): Promise<unknown> => client.until('mlsecops/surveyChanged', () => true);
const models = async (): Promise<readonly string[]> =>
  (await inventory()).folders.flatMap(({ parts }) =>
    parts.filter(({ kind }) => kind === 'model').map(({ name }) => name),
  );

/** Tells the server of changes on disk and waits until it has looked. */
async function changed(...names: readonly string[]): Promise<void> {
  client.forget();
  const changes = names.map((name) => ({ uri: `${ROOT}/${name}`, type: 2 }));
  client.notify('workspace/didChangeWatchedFiles', { changes });
  await settled();
}

test('before a scan nothing is known, and nothing is scanned to answer', async () => {
  client = await TestClient.start({ files: new EditableFiles({ '/project/a.py': LOADS('acme/encoder') }) });
  expect(await inventory()).toEqual({ folders: [] });
  expect(await assessment()).toEqual({ folders: [] });
});

test('after a scan the parts are known by folder, with where they are used', async () => {
  client = await TestClient.start({
    files: new EditableFiles({ '/project/src/a.py': LOADS('acme/encoder') }),
  });
  await scan();
  await settled();
  const { folders } = await inventory();
  expect(folders.map(({ uri }) => uri)).toEqual([ROOT]);
  const model = folders[0]?.parts.find(({ kind }) => kind === 'model');
  expect(model).toMatchObject({ name: 'acme/encoder', pinning: { value: 'mutable' }, useCount: 1 });
  expect(model?.uses).toMatchObject([{ path: 'src/a.py', location: { start: { line: 2 } } }]);
});

test('what the server answers is in the shape that the extension takes', async () => {
  const files = new EditableFiles({
    '/project/a.py': LOADS('acme/encoder'),
    '/project/README.md': '# Acme\n',
  });
  client = await TestClient.start({ files });
  await scan();
  expect(v.parse(inventorySchema, await inventory())).toEqual(await inventory());
  const answer = await assessment();
  const { folders } = v.parse(assessmentSchema, answer);
  expect(JSON.parse(JSON.stringify(folders))).toEqual(answer.folders);
});

test('a file that is saved, made or deleted after the scan changes the inventory', async () => {
  const files = new EditableFiles({ '/project/a.py': LOADS('acme/encoder') });
  client = await TestClient.start({ files });
  await scan();
  await settled();
  files.write('/project/a.py', LOADS('acme/ranker'));
  await changed('a.py');
  expect(await models()).toEqual(['acme/ranker']);
  files.write('/project/b.py', LOADS('acme/writer'));
  await changed('b.py');
  expect(await models()).toEqual(['acme/ranker', 'acme/writer']);
  files.remove('/project/a.py');
  await changed('a.py');
  expect(await models()).toEqual(['acme/writer']);
});

test('typing in a file does not change the inventory; saving it does', async () => {
  const files = new EditableFiles({ '/project/a.py': LOADS('acme/encoder') });
  client = await TestClient.start({ files });
  await scan();
  await settled();
  client.open(`${ROOT}/a.py`, LOADS('acme/encoder'));
  client.change(`${ROOT}/a.py`, 2, LOADS('acme/ranker'));
  await client.diagnostics(`${ROOT}/a.py`);
  expect(await models()).toEqual(['acme/encoder']);
  files.write('/project/a.py', LOADS('acme/ranker'));
  await changed('a.py');
  expect(await models()).toEqual(['acme/ranker']);
});

test('a new file that ignore files or the configuration leave out stays out', async () => {
  const files = new EditableFiles({
    '/project/.gitignore': 'out/\n',
    '/project/.mlsecops.yaml': 'exclude:\n  - old/\n',
    '/project/a.py': LOADS('acme/encoder'),
  });
  client = await TestClient.start({ files });
  await scan();
  await settled();
  for (const folder of ['out', 'old', 'node_modules/x', 'new'])
    files.write(`/project/${folder}/b.py`, LOADS(`acme/${folder.slice(0, 3)}`));
  await changed('out/b.py', 'old/b.py', 'node_modules/x/b.py', 'new/b.py');
  expect(await models()).toEqual(['acme/encoder', 'acme/new']);
});

test('the assessment follows the files, and attestations of the project file count', async () => {
  const files = new EditableFiles({ '/project/a.py': LOADS('acme/encoder') });
  client = await TestClient.start({ files });
  await scan();
  await settled();
  const stateOf = async (id: string): Promise<string | undefined> =>
    (await assessment()).folders[0]?.assessment.evidence.find((one) => one.id === id)?.state;
  expect(await stateOf('EV-SECURITY-MD')).toBe('missing');
  const policy =
    'Report flaws to security@example.org. We answer in three days and tell what we do about them. ';
  files.write('/project/SECURITY.md', `# Security\n\n${policy.repeat(5)}\n`);
  await changed('SECURITY.md');
  expect(await stateOf('EV-SECURITY-MD')).toBe('found');
  const { attestations } = (await assessment()).folders[0]?.assessment ?? { attestations: [] };
  expect(attestations).toEqual([]);
  files.write(
    '/project/.mlsecops.yaml',
    'attestations:\n  - evidence: EV-IRPLAN\n    by: Jo\n    on: 2026-01-01\n',
  );
  await changed('.mlsecops.yaml');
  expect((await assessment()).folders[0]?.assessment.attestations).toMatchObject([{ by: 'Jo' }]);
});

test('a folder that leaves the workspace takes its parts along', async () => {
  client = await TestClient.start({ files: new EditableFiles({ '/project/a.py': LOADS('acme/encoder') }) });
  await scan();
  await settled();
  client.notify('workspace/didChangeWorkspaceFolders', {
    event: { added: [], removed: [{ uri: ROOT, name: 'project' }] },
  });
  await client.request('mlsecops/overlays');
  expect(await inventory()).toEqual({ folders: [] });
});

test('the inventory as a file has all uses and counts lines from one', async () => {
  client = await TestClient.start({ files: new EditableFiles({ '/project/a.py': LOADS('acme/encoder') }) });
  await scan();
  const { text } = await client.request<ExportResult>('mlsecops/exportInventory', { uri: ROOT });
  expect(JSON.parse(text)).toMatchObject({
    parts: expect.arrayContaining([
      expect.objectContaining({
        name: 'acme/encoder',
        uses: [expect.objectContaining({ path: 'a.py', line: 3 })],
      }),
    ]) as unknown,
  });
  await expect(client.request('mlsecops/exportInventory', { uri: 'file:///other' })).rejects.toThrow(
    /not scanned/u,
  );
});

test('an attestation is added to the text of a project file, and a broken text is refused with the reason', async () => {
  client = await TestClient.start();
  const ask = (text: string, by = 'Jo'): Promise<AttestationTextResult> =>
    client.request('mlsecops/attestationText', {
      text,
      attestation: { evidence: 'EV-IRPLAN', by, on: '2026-11-23' },
    });
  expect((await ask('preset: strict\n')).text).toBe(
    'preset: strict\n\nattestations:\n  - evidence: EV-IRPLAN\n    by: Jo\n    on: 2026-11-23\n',
  );
  await expect(ask('rules: {\n')).rejects.toThrow(/not valid YAML/u);
  await expect(ask('', 'two\nlines')).rejects.toThrow(/by/u);
});

test('every template that evidence names can be had, and another one is refused', async () => {
  client = await TestClient.start();
  const names = new Set([...guideEntries().evidence].flatMap(({ template }) => template ?? []));
  expect(names.size).toBeGreaterThan(3);
  for (const id of names) {
    const template = await client.request<TemplateResult>('mlsecops/template', { id });
    expect(pathProblem(template.path), id).toBeUndefined();
    expect(template.text, id).toMatch(/\n$/u);
  }
  await expect(client.request('mlsecops/template', { id: 'other' })).rejects.toThrow(/no template/u);
});
