import { afterEach, expect, test } from 'vitest';
import { LEARN_COMMAND } from '../../src/protocol/messages';
import { applied } from './support/apply-edit';
import { FIXABLE, FIXABLE_RULE, RISKY_LINE as LINE, RISKY } from './support/sample-code';
import { PLAIN, ROOT, TestClient } from './support/test-client';

const URI = `${ROOT}/app.py`;
let client: TestClient;
afterEach(() => client.stop());

test('the real fix comes first and is preferred, then what there is to learn, and to ignore comes last', async () => {
  client = await TestClient.start();
  client.open(URI, FIXABLE);
  const actions = await client.codeActions(URI, LINE);
  expect(actions[0]).toMatchObject({ kind: 'quickfix', isPreferred: true });
  expect(actions[0]?.edit).toBeDefined();
  expect(actions.at(-1)?.title).toBe(`Ignore ${FIXABLE_RULE} here`);
  expect(actions.filter(({ isPreferred }) => isPreferred)).toHaveLength(1);
  expect(actions.at(-2)?.title).toMatch(/^Learn: /u);
});

test('the preferred fix, applied, removes the finding', async () => {
  client = await TestClient.start();
  client.open(URI, FIXABLE);
  const [fix] = await client.codeActions(URI, LINE);
  const after = applied(FIXABLE, URI, fix);
  expect(after).not.toBe(FIXABLE);
  client.change(URI, 2, after);
  expect(await client.diagnostics(URI)).toEqual([]);
});

test('to ignore writes a comment that hides the finding', async () => {
  client = await TestClient.start();
  client.open(URI, RISKY);
  const actions = await client.codeActions(URI, LINE);
  const after = applied(RISKY, URI, actions.at(-1));
  expect(after).toContain('# mlsecops: ignore[unsafe-pickle-load]');
  client.change(URI, 2, after);
  expect(await client.diagnostics(URI)).toEqual([]);
});

test('to learn opens stage, risk and rule through a command', async () => {
  client = await TestClient.start();
  client.open(URI, RISKY);
  const actions = await client.codeActions(URI, LINE);
  const learn = actions.find(({ command }) => command?.command === LEARN_COMMAND);
  expect(learn?.command?.arguments).toEqual([
    { rule: 'unsafe-pickle-load', stage: expect.any(String) as string, risk: 'owasp-ml-2023:ML06' },
  ]);
  expect(learn?.edit).toBeUndefined();
});

test('edits name the version they were made for', async () => {
  client = await TestClient.start();
  client.open(URI, FIXABLE);
  client.change(URI, 7, `${FIXABLE}# more\n`);
  const [fix] = await client.codeActions(URI, LINE);
  expect(fix?.edit?.documentChanges).toMatchObject([{ textDocument: { uri: URI, version: 7 } }]);
});

test('a client without versioned edits gets plain ones', async () => {
  client = await TestClient.start({ capabilities: PLAIN });
  client.open(URI, FIXABLE);
  const [fix] = await client.codeActions(URI, LINE);
  expect(applied(FIXABLE, URI, fix)).not.toBe(FIXABLE);
  expect(fix?.edit?.documentChanges).toBeUndefined();
});

test('edits fit the text as it is now, whatever the client remembers', async () => {
  client = await TestClient.start();
  client.open(URI, FIXABLE);
  const [old] = await client.diagnostics(URI);
  const moved = `# a new line\n${FIXABLE}`;
  client.change(URI, 2, moved);
  const line = { start: { line: 2, character: 10 }, end: { line: 2, character: 10 } };
  const actions = await client.request<Awaited<ReturnType<TestClient['codeActions']>>>(
    'textDocument/codeAction',
    { textDocument: { uri: URI }, range: line, context: { diagnostics: [old] } },
  );
  expect(applied(moved, URI, actions[0])).toContain('# a new line\nimport yaml\n');
});

test('other places have no actions', async () => {
  client = await TestClient.start();
  client.open(URI, RISKY);
  const top = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
  expect(await client.codeActions(URI, top)).toEqual([]);
});

test('a request for refactorings gets none', async () => {
  client = await TestClient.start();
  client.open(URI, FIXABLE);
  expect(await client.codeActions(URI, LINE, ['refactor'])).toEqual([]);
});
