import { afterEach, expect, test } from 'vitest';
import { CLEAN, FIXABLE, FIXABLE_RULE, RISKY, RISKY_LINE as LINE, RISKY_RULE } from './support/sample-code';
import { PULLS, ROOT, TestClient } from './support/test-client';

const URI = `${ROOT}/src/app.py`;
let client: TestClient;
afterEach(() => client.stop());

test('an open document has the diagnostics of its text', async () => {
  client = await TestClient.start();
  client.open(URI, RISKY);
  const [diagnostic, ...others] = await client.diagnostics(URI);
  expect(others).toEqual([]);
  expect(diagnostic).toMatchObject({ source: 'mlsecops', code: RISKY_RULE, range: { start: { line: 1 } } });
});

test('a diagnostic says what to learn about it, and leaves its edits to the code actions', async () => {
  client = await TestClient.start();
  client.open(URI, FIXABLE);
  const [diagnostic] = await client.diagnostics(URI);
  expect(diagnostic?.data).toEqual({
    findingId: expect.stringContaining(URI) as string,
    ruleId: FIXABLE_RULE,
    stage: expect.any(String) as string,
    risk: expect.any(String) as string,
  });
  const actions = await client.codeActions(URI, diagnostic?.range ?? LINE);
  expect(actions.flatMap(({ edit }) => (edit ? [edit] : [])).length).toBeGreaterThanOrEqual(2);
});

test('the code of a diagnostic leads where the client says guidance is', async () => {
  const initializationOptions = { ruleLink: 'vscode://mlsecops/rule/{rule}' };
  client = await TestClient.start({ initializationOptions });
  client.open(URI, RISKY);
  const [diagnostic] = await client.diagnostics(URI);
  expect(diagnostic?.codeDescription?.href).toBe(`vscode://mlsecops/rule/${RISKY_RULE}`);
});

test('without such a place the code leads to a reference of the rule', async () => {
  client = await TestClient.start();
  client.open(URI, RISKY);
  expect((await client.diagnostics(URI))[0]?.codeDescription?.href).toMatch(/^https:/u);
});

test('an edit that repairs the code clears the diagnostic', async () => {
  client = await TestClient.start();
  client.open(URI, RISKY);
  client.change(URI, 2, CLEAN);
  expect(await client.diagnostics(URI)).toEqual([]);
});

test('an edit above a finding moves its diagnostic', async () => {
  client = await TestClient.start();
  client.open(URI, RISKY);
  await client.diagnostics(URI);
  const top = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
  client.change(URI, 2, '# two\n# lines\n', top);
  expect((await client.diagnostics(URI))[0]?.range.start.line).toBe(3);
});

test('positions count UTF-16 units', async () => {
  client = await TestClient.start();
  client.open(URI, 'import pickle\nx = "🙂"; pickle.loads(data)\n');
  expect((await client.diagnostics(URI))[0]?.range.start).toEqual({ line: 1, character: 10 });
});

test('nothing is sent again while nothing changed', async () => {
  client = await TestClient.start();
  client.open(URI, RISKY);
  const first = await client.pull(URI);
  const again = await client.pull(URI, first.resultId);
  expect(again).toEqual({ kind: 'unchanged', resultId: first.resultId });
});

test('an edit that leaves the findings as they are does not send them again', async () => {
  client = await TestClient.start();
  client.open(URI, RISKY);
  const { resultId } = await client.pull(URI);
  client.change(URI, 2, `${RISKY}# more\n`);
  expect((await client.pull(URI, resultId)).kind).toBe('unchanged');
});

test('a closed document has no diagnostics and no findings', async () => {
  client = await TestClient.start();
  client.open(URI, RISKY);
  await client.diagnostics(URI);
  client.notify('textDocument/didClose', { textDocument: { uri: URI } });
  await client.findings(({ uri, findings }) => uri === URI && findings.length === 0);
  expect(await client.diagnostics(URI)).toEqual([]);
});

test('documents in other languages are left alone', async () => {
  client = await TestClient.start();
  client.open(`${ROOT}/notes.md`, RISKY, 'markdown');
  expect(await client.diagnostics(`${ROOT}/notes.md`)).toEqual([]);
});

test('a client that pulls is not sent diagnostics as well', async () => {
  client = await TestClient.start();
  client.open(URI, RISKY);
  await client.diagnostics(URI);
  expect(client.all('textDocument/publishDiagnostics')).toEqual([]);
});

test('the views are told the findings of an open document', async () => {
  client = await TestClient.start();
  client.open(URI, RISKY);
  await client.diagnostics(URI);
  const { findings } = await client.findings(({ uri }) => uri === URI);
  expect(findings[0]).toMatchObject({
    ruleId: RISKY_RULE,
    uri: URI,
    excerpt: 'model = pickle.load(open(path, "rb"))',
    range: { start: { line: 1 } },
  });
  expect(findings[0]?.stages.length).toBeGreaterThan(0);
});

test('a document over the size limit says so and has no other diagnostics', async () => {
  client = await TestClient.start();
  client.open(URI, RISKY + `# ${'x'.repeat(5 * 1024 * 1024)}\n`);
  const [diagnostic, ...others] = await client.diagnostics(URI);
  expect(others).toEqual([]);
  expect(diagnostic).toMatchObject({ severity: 3, code: 'limit' });
  expect(diagnostic?.message).toContain('longer than 5 MB');
});

test('syntax errors are left to others and findings stay', async () => {
  client = await TestClient.start();
  client.open(URI, `${RISKY}def broken(:\n`);
  expect((await client.diagnostics(URI)).map(({ code }) => code)).toEqual([RISKY_RULE]);
});

test('the steps of a data flow go along where the client shows them', async () => {
  client = await TestClient.start({ capabilities: PULLS });
  client.open(
    URI,
    'from openai import OpenAI\nclient = OpenAI()\nreply = client.responses.create(model="m", input="x").output_text\neval(reply)\n',
  );
  const [diagnostic] = await client.diagnostics(URI);
  expect(diagnostic?.relatedInformation?.[0]?.location.uri).toBe(URI);
});
