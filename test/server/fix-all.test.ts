import { afterEach, expect, test } from 'vitest';
import { applied } from './support/apply-edit';
import { SPELLING_RULE } from './support/spelling-rule';
import { ROOT, TestClient } from './support/test-client';

const URI = `${ROOT}/app.py`;
const ANYWHERE = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
const TEXT = 'a = "modle"\nb = "weigths"\nc = "modle"\n';
let client: TestClient;
afterEach(() => client.stop());

test('fix all applies the safe fixes of the whole file and no other', async () => {
  client = await TestClient.start({ rules: [SPELLING_RULE] });
  client.open(URI, TEXT);
  const [all, ...others] = await client.codeActions(URI, ANYWHERE, ['source.fixAll']);
  expect(others).toEqual([]);
  expect(all?.kind).toBe('source.fixAll.mlsecops');
  expect(applied(TEXT, URI, all)).toBe('a = "model"\nb = "weigths"\nc = "model"\n');
});

test('the quick fixes of a safely fixable finding offer all of them as well, before to ignore', async () => {
  client = await TestClient.start({ rules: [SPELLING_RULE] });
  client.open(URI, TEXT);
  const titles = (
    await client.codeActions(URI, {
      ...ANYWHERE,
      start: { line: 0, character: 5 },
      end: { line: 0, character: 5 },
    })
  ).map(({ title }) => title);
  expect(titles).toEqual([
    'Write model',
    'Learn: A word is misspelt',
    'Fix all safe MLSecOps findings in this file',
    'Ignore spelling here',
  ]);
});

test('there is nothing to fix where no fix is safe', async () => {
  client = await TestClient.start({ rules: [SPELLING_RULE] });
  client.open(URI, 'b = "weigths"\n');
  expect(await client.codeActions(URI, ANYWHERE, ['source.fixAll.mlsecops'])).toEqual([]);
});
