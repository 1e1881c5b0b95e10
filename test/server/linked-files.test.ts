import { afterEach, expect, test } from 'vitest';
import { EditableFiles } from './support/editable-files';
import { PLAIN, ROOT, TestClient } from './support/test-client';

const URI = `${ROOT}/main.py`;
const MAIN = 'from llm import ask\n\neval(ask("1"))\n';
const LLM = `from openai import OpenAI

def ask(question):
    return OpenAI().responses.create(model="gpt-4o", input=question).output_text
`;
const HARMLESS = 'def ask(question):\n    return "42"\n';
const RELATED = {
  ...PLAIN,
  textDocument: { ...PLAIN.textDocument, publishDiagnostics: { relatedInformation: true } },
};
let client: TestClient;
afterEach(() => client.stop());

test('what a file on the disk returns is known to the document that imports it, with the steps there', async () => {
  client = await TestClient.start({
    capabilities: RELATED,
    files: new EditableFiles({ '/project/llm.py': LLM }),
  });
  client.open(URI, MAIN);
  const { diagnostics } = await client.published((shown) => shown.diagnostics.length > 0);
  expect(diagnostics.map(({ code }) => code)).toEqual(['model-output-executed']);
  const [first, ...others] = diagnostics[0]?.relatedInformation ?? [];
  expect(first).toMatchObject({
    location: { uri: `${ROOT}/llm.py`, range: { start: { line: 3 } } },
    message: 'what OpenAI returned',
  });
  expect(others.at(-1)?.location.uri).toBe(URI);
});

test('a document is analysed again when a file that it imports is saved', async () => {
  const files = new EditableFiles({ '/project/llm.py': HARMLESS });
  client = await TestClient.start({ capabilities: PLAIN, files });
  client.open(URI, MAIN);
  await client.published(({ uri, diagnostics }) => uri === URI && diagnostics.length === 0);
  files.write('/project/llm.py', LLM);
  client.notify('textDocument/didSave', { textDocument: { uri: `${ROOT}/llm.py` } });
  const { diagnostics } = await client.published((shown) => shown.diagnostics.length > 0);
  expect(diagnostics.map(({ code }) => code)).toEqual(['model-output-executed']);
});

test('a file that is open counts as it is in the editor', async () => {
  client = await TestClient.start({
    capabilities: PLAIN,
    files: new EditableFiles({ '/project/llm.py': HARMLESS }),
  });
  client.open(`${ROOT}/llm.py`, LLM);
  client.open(URI, MAIN);
  const { uri } = await client.published((shown) => shown.diagnostics.length > 0);
  expect(uri).toBe(URI);
});

test('diagnostics go away when the imported file is gone', async () => {
  const files = new EditableFiles({ '/project/llm.py': LLM });
  client = await TestClient.start({ capabilities: PLAIN, files });
  client.open(URI, MAIN);
  await client.published((shown) => shown.diagnostics.length > 0);
  client.forget();
  files.remove('/project/llm.py');
  client.notify('textDocument/didSave', { textDocument: { uri: URI } });
  expect((await client.published(({ uri }) => uri === URI)).diagnostics).toEqual([]);
});
