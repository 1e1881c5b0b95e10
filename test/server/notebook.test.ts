import { afterEach, expect, test } from 'vitest';
import type { DocumentDiagnosticReport, PublishDiagnosticsParams } from 'vscode-languageserver';
import { exampleKey } from '../../src/analysis/rule-support/example-keys';
import { applied } from './support/apply-edit';
import { EditableFiles } from './support/editable-files';
import { PULLS, ROOT, TestClient } from './support/test-client';

const NOTEBOOK = `${ROOT}/explore.ipynb`;
const cell = (name: string): string => `vscode-notebook-cell:/project/explore.ipynb#${name}`;
const IMPORT = 'import pickle';
const LOAD = 'model = pickle.load(handle)';
let client: TestClient;
afterEach(() => client.stop());

/** Opens a notebook with a Markdown cell and two code cells: an import, and what `second` says. */
function openNotebook(second: string): void {
  const texts = { note: '# Notes', first: IMPORT, second };
  client.notify('notebookDocument/didOpen', {
    notebookDocument: {
      uri: NOTEBOOK,
      notebookType: 'jupyter-notebook',
      version: 1,
      cells: Object.keys(texts).map((name) => ({ kind: name === 'note' ? 1 : 2, document: cell(name) })),
    },
    cellTextDocuments: Object.entries(texts).map(([name, text]) => ({
      uri: cell(name),
      languageId: name === 'note' ? 'markdown' : 'python',
      version: 1,
      text,
    })),
  });
}

const published = (name: string, count: number): Promise<PublishDiagnosticsParams> =>
  client.published(({ uri, diagnostics }) => uri === cell(name) && diagnostics.length === count);

test('a finding that rests on two cells is shown in the cell where it is', async () => {
  client = await TestClient.start();
  openNotebook(LOAD);
  const { diagnostics } = await published('second', 1);
  expect(diagnostics[0]).toMatchObject({
    code: 'unsafe-pickle-load',
    range: { start: { line: 0, character: 8 } },
  });
  await published('first', 0);
});

test('the views are told the notebook and the index of the cell', async () => {
  client = await TestClient.start();
  openNotebook(LOAD);
  const { findings } = await client.findings(({ uri }) => uri === NOTEBOOK);
  expect(findings).toMatchObject([{ uri: NOTEBOOK, cell: 2, range: { start: { line: 0, character: 8 } } }]);
});

test('an edit in one cell changes what is found in another', async () => {
  client = await TestClient.start();
  openNotebook(LOAD);
  await published('second', 1);
  client.forget();
  client.notify('notebookDocument/didChange', {
    notebookDocument: { uri: NOTEBOOK, version: 2 },
    change: {
      cells: {
        textContent: [
          { document: { uri: cell('first'), version: 2 }, changes: [{ text: 'import json as pickle' }] },
        ],
      },
    },
  });
  await published('second', 0);
});

test('a cell that is put in front moves the finding to a later index', async () => {
  client = await TestClient.start();
  openNotebook(LOAD);
  await published('second', 1);
  client.notify('notebookDocument/didChange', {
    notebookDocument: { uri: NOTEBOOK, version: 2 },
    change: {
      cells: {
        structure: {
          array: { start: 0, deleteCount: 0, cells: [{ kind: 2, document: cell('new') }] },
          didOpen: [{ uri: cell('new'), languageId: 'python', version: 1, text: 'x = 1' }],
        },
      },
    },
  });
  await client.findings(({ uri, findings }) => uri === NOTEBOOK && findings[0]?.cell === 3);
});

test('a cell that is removed takes its diagnostics with it', async () => {
  client = await TestClient.start();
  openNotebook(LOAD);
  await published('second', 1);
  client.forget();
  client.notify('notebookDocument/didChange', {
    notebookDocument: { uri: NOTEBOOK, version: 2 },
    change: {
      cells: {
        structure: { array: { start: 2, deleteCount: 1 }, didClose: [{ uri: cell('second') }] },
      },
    },
  });
  await published('second', 0);
});

test('closing a notebook clears every cell', async () => {
  client = await TestClient.start();
  openNotebook(LOAD);
  await published('second', 1);
  client.forget();
  client.notify('notebookDocument/didClose', { notebookDocument: { uri: NOTEBOOK }, cellTextDocuments: [] });
  await published('second', 0);
  await client.findings(({ uri, findings }) => uri === NOTEBOOK && findings.length === 0);
});

test('magics and shell lines do not disturb the code around them', async () => {
  client = await TestClient.start();
  openNotebook(`%matplotlib inline\n!pip install torch\n${LOAD}`);
  const { diagnostics } = await published('second', 1);
  expect(diagnostics[0]?.range.start).toEqual({ line: 2, character: 8 });
});

test('quick fixes edit the cell', async () => {
  client = await TestClient.start();
  openNotebook(LOAD);
  const line = { start: { line: 0, character: 8 }, end: { line: 0, character: 8 } };
  const actions = await client.codeActions(cell('second'), line);
  expect(applied(LOAD, cell('second'), actions.at(-1))).toBe(
    `${LOAD}  # mlsecops: ignore[unsafe-pickle-load]`,
  );
});

test('a hover works in a cell', async () => {
  client = await TestClient.start();
  openNotebook(LOAD);
  expect(await client.hover(cell('second'), 0, 10)).not.toBeNull();
});

test('a client that takes related documents pulls the diagnostics of all cells with one', async () => {
  const capabilities = {
    ...PULLS,
    textDocument: { ...PULLS.textDocument, diagnostic: { relatedDocumentSupport: true } },
  };
  client = await TestClient.start({ capabilities });
  openNotebook(LOAD);
  const report: DocumentDiagnosticReport = await client.pull(cell('first'));
  expect(report).toMatchObject({ kind: 'full', items: [] });
  expect(report.relatedDocuments?.[cell('second')]).toMatchObject({
    kind: 'full',
    items: [{ code: 'unsafe-pickle-load' }],
  });
  expect(client.all('textDocument/publishDiagnostics')).toEqual([]);
});

test('a client that cannot take them is sent the cells and pulls nothing twice', async () => {
  client = await TestClient.start();
  openNotebook(LOAD);
  await published('second', 1);
  expect(await client.diagnostics(cell('second'))).toEqual([]);
});

test('a key in a saved output is found in the cell that printed it', async () => {
  const key = exampleKey('hf_', 34);
  const code = { cell_type: 'code', metadata: {}, execution_count: 1 };
  const files = new EditableFiles({
    '/project/explore.ipynb': JSON.stringify({
      nbformat: 4,
      nbformat_minor: 5,
      metadata: { language_info: { name: 'python' } },
      cells: [
        { ...code, source: 'x = 1', outputs: [] },
        {
          ...code,
          source: 'show()',
          outputs: [{ output_type: 'stream', name: 'stdout', text: [`token ${key}\n`] }],
        },
      ],
    }),
  });
  client = await TestClient.start({ files });
  openNotebook('show()');
  const { diagnostics } = await published('second', 1);
  expect(diagnostics[0]?.code).toBe('secret-in-notebook-output');
  expect(JSON.stringify(client.received)).not.toContain(key);
});
