import { afterEach, expect, test } from 'vitest';
import { EditableFiles } from './support/editable-files';
import { PLAIN, ROOT, TestClient } from './support/test-client';

let client: TestClient;
afterEach(() => client.stop());

const RULE = 'policy-organization-not-approved';
const LOAD =
  'from transformers import AutoModel\n\nmodel = AutoModel.from_pretrained("somebody/encoder", revision="5f0b02c75b57c5855da9ae460ce51323ea669d8a")\n';
const policyFor = (organization: string): string =>
  `policy:\n  severity: error\n  organizations:\n    allow: [${organization}]\n`;
const FILE = `${ROOT}/src/app.py`;
const PROJECT = `${ROOT}/.mlsecops.yaml`;

async function scanned(files: EditableFiles, capabilities?: typeof PLAIN): Promise<void> {
  client = await TestClient.start({ files, ...(capabilities ? { capabilities } : {}) });
  await client.request('mlsecops/scanWorkspace', {});
}

const changed = (uri: string): void =>
  client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri, type: 2 }] });

test('what does not keep to the policy is among findings and problems after a scan', async () => {
  await scanned(
    new EditableFiles({ '/project/src/app.py': LOAD, '/project/.mlsecops.yaml': policyFor('acme') }),
  );
  const { findings } = await client.findings(({ uri, findings: found }) => uri === FILE && found.length > 0);
  expect(findings).toMatchObject([{ ruleId: RULE, severity: 'error', range: { start: { line: 2 } } }]);
  const { diagnostics } = await client.published(({ uri }) => uri === FILE);
  expect(diagnostics).toMatchObject([{ code: RULE, severity: 1, source: 'mlsecops' }]);
});

test('it follows the file when it is saved, and the policy when that changes', async () => {
  const files = new EditableFiles({
    '/project/src/app.py': LOAD,
    '/project/.mlsecops.yaml': policyFor('acme'),
  });
  await scanned(files);
  await client.findings(({ uri, findings }) => uri === FILE && findings.length === 1);
  client.forget();
  files.write('/project/src/app.py', LOAD.replace('somebody/', 'acme/'));
  changed(FILE);
  await client.findings(({ uri, findings }) => uri === FILE && findings.length === 0);
  await client.published(({ uri, diagnostics }) => uri === FILE && diagnostics.length === 0);
  client.forget();
  files.write('/project/.mlsecops.yaml', policyFor('good'));
  changed(PROJECT);
  const { findings } = await client.findings(({ uri, findings: found }) => uri === FILE && found.length > 0);
  expect(findings[0]?.message).toContain('Approved: `good`.');
});

test('the analysis of an open document leaves what the policy says', async () => {
  await scanned(
    new EditableFiles({ '/project/src/app.py': LOAD, '/project/.mlsecops.yaml': policyFor('acme') }),
  );
  await client.findings(({ uri, findings }) => uri === FILE && findings.length === 1);
  client.forget();
  client.open(FILE, `import pickle\npickle.load(open("x", "rb"))\n${LOAD}`);
  await client.diagnostics(FILE);
  const { findings } = await client.findings(({ uri, findings: found }) => uri === FILE && found.length > 1);
  expect(findings.map(({ ruleId }) => ruleId).sort()).toEqual([RULE, 'unsafe-pickle-load']);
});

test('the diagnostics of a document that are sent from elsewhere are not overwritten', async () => {
  const files = new EditableFiles({
    '/project/src/app.py': LOAD,
    '/project/.mlsecops.yaml': policyFor('acme'),
  });
  client = await TestClient.start({ files, capabilities: PLAIN });
  client.open(FILE, `import pickle\npickle.load(open("x", "rb"))\n${LOAD}`);
  await client.published(({ uri }) => uri === FILE);
  client.forget();
  await client.request('mlsecops/scanWorkspace', {});
  await client.findings(({ findings }) => findings.some(({ ruleId }) => ruleId === RULE));
  expect(
    client.all<{ uri: string }>('textDocument/publishDiagnostics').filter(({ uri }) => uri === FILE),
  ).toEqual([]);
});

test('a policy that contradicts itself is told where it does', async () => {
  const contradiction = 'policy:\n  providers:\n    allow: [openai]\n    deny: [OpenAI]\n';
  await scanned(new EditableFiles({ '/project/.mlsecops.yaml': contradiction }));
  const { diagnostics } = await client.published(({ uri }) => uri === PROJECT);
  expect(diagnostics).toMatchObject([
    {
      range: { start: { line: 2, character: 12 } },
      message: expect.stringContaining('forbidden in line 4') as string,
    },
  ]);
});
