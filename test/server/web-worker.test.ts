import { expect, test } from 'vitest';
import type { FullDocumentDiagnosticReport } from 'vscode-languageserver';
import { RISKY, RISKY_RULE } from './support/sample-code';
import { PULLS } from './support/test-client';
import { WorkerScope } from './support/worker-scope';

test('the server runs in a web worker, which has nothing of Node', async () => {
  const worker = await WorkerScope.start('src/server/web-worker.ts');
  const folder = 'vscode-vfs://github/org/project';
  await worker.request('initialize', {
    processId: null,
    rootUri: null,
    workspaceFolders: [{ uri: folder, name: 'project' }],
    capabilities: { textDocument: PULLS.textDocument },
  });
  worker.notify('initialized', {});
  const textDocument = { uri: `${folder}/app.py`, languageId: 'python', version: 1, text: RISKY };
  worker.notify('textDocument/didOpen', { textDocument });
  const { items } = await worker.request<FullDocumentDiagnosticReport>('textDocument/diagnostic', {
    textDocument: { uri: textDocument.uri },
  });
  expect(items.map(({ code }) => code)).toEqual([RISKY_RULE]);
});
