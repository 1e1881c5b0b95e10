import { afterEach, expect, test } from 'vitest';
import type { MarkupContent } from 'vscode-languageserver';
import { RULES } from '../../src/analysis/rules/registry.generated';
import { RISKY, RISKY_RULE } from './support/sample-code';
import { PLAIN, ROOT, TestClient } from './support/test-client';

const URI = `${ROOT}/app.py`;
let client: TestClient;
afterEach(() => client.stop());

async function hoverText(line: number, character: number): Promise<string> {
  const found = await client.hover(URI, line, character);
  return (found?.contents as MarkupContent | undefined)?.value ?? '';
}

test('a hover says what, why, how to fix, stage and risk with links', async () => {
  client = await TestClient.start();
  client.open(URI, RISKY);
  const text = await hoverText(1, 12);
  expect(text).toContain(`\`${RISKY_RULE}\``);
  expect(text).toContain(RULES.find(({ id }) => id === RISKY_RULE)?.why);
  expect(text).toContain('**Fix.**');
  expect(text).toMatch(/\*\*Stage:\*\* \w/u);
  expect(text).toMatch(/\*\*Risk:\*\* \[?ML06/u);
  expect(text).toMatch(/\]\(https:\/\//u);
});

test('there is no hover where there is no finding', async () => {
  client = await TestClient.start();
  client.open(URI, RISKY);
  expect(await client.hover(URI, 0, 3)).toBeNull();
});

test('a client without Markdown gets plain text', async () => {
  client = await TestClient.start({ capabilities: PLAIN });
  client.open(URI, RISKY);
  const found = await client.hover(URI, 1, 12);
  expect(found?.contents).toMatchObject({ kind: 'plaintext' });
  expect(await hoverText(1, 12)).not.toMatch(/\*\*|\]\(/u);
});

test('text from the workspace is shown as text, not as Markdown or HTML', async () => {
  client = await TestClient.start();
  const id = 'org/<img src=x>[click](command:evil)';
  client.open(URI, `from transformers import AutoModel\nm = AutoModel.from_pretrained("${id}")\n`);
  const text = await hoverText(1, 20);
  expect(text).not.toContain('<img');
  expect(text).not.toMatch(/(?<!\\)\]\(command:/u);
});
