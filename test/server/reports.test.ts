import { CancellationTokenSource } from 'vscode-jsonrpc/node';
import { afterEach, describe, expect, test } from 'vitest';
import type { ExportResult } from '../../src/protocol/messages';
import type { ExportLineageParams, ReportParams } from '../../src/protocol/report-messages';
import { EditableFiles } from './support/editable-files';
import { ROOT, TestClient } from './support/test-client';

let client: TestClient;
afterEach(() => client.stop());

const FILES = {
  '/project/app.py': [
    'import torch',
    'from transformers import AutoModel',
    'm = AutoModel.from_pretrained("acme/encoder")',
    'torch.load("model.pt", weights_only=False)',
    '',
  ].join('\n'),
  '/project/README.md': '---\nbase_model: acme/encoder\ndatasets: [acme/texts]\n---\n# Model\n',
};

const start = async (files: Record<string, string> = FILES, options: object = {}): Promise<void> => {
  client = await TestClient.start({ files: new EditableFiles(files), ...options });
};
const report = async (params: Partial<ReportParams>): Promise<string> =>
  (await client.request<ExportResult>('mlsecops/report', params)).text;
const json = async (params: Partial<ReportParams> = {}): Promise<Record<string, unknown>> =>
  JSON.parse(await report({ format: 'json', ...params })) as Record<string, unknown>;

describe('the report of a folder', () => {
  test('tells of findings, parts and maturity without a scan before, the same text each time', async () => {
    await start();
    const read = await json({ uri: ROOT });
    expect(read).toMatchObject({ project: 'project', totals: { files: 1, known: 0, cancelled: false } });
    expect(JSON.stringify(read['findings'])).toContain('torch-load-unsafe');
    expect(JSON.stringify(read['inventory'])).toContain('acme/encoder');
    expect(read['maturity']).toMatchObject({ level: expect.stringMatching(/^L\d$/u) as string });
    expect(await json()).toEqual(read);
  });

  test.each([
    ['html', /^<!doctype html>\n[\s\S]*project: MLSecOps report/u],
    ['markdown', /^# project: MLSecOps report\n/u],
  ] as const)('is there as %s', async (format, expected) => {
    await start();
    expect(await report({ format })).toMatch(expected);
  });

  test('says when it was made where that is asked for', async () => {
    await start();
    expect(await json({ timestamp: true })).toMatchObject({
      madeAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT/u) as string,
    });
  });

  test('of an empty folder says that there is nothing', async () => {
    await start({});
    expect(await json()).toMatchObject({ totals: { files: 0, parts: 0 }, findings: [] });
    expect(await report({ format: 'markdown' })).toContain('No findings with the rules in force.');
  });

  test('says what is wrong in the project file, and goes on with the rest of it', async () => {
    await start({
      ...FILES,
      '/project/.mlsecops.yaml': 'preset: recomended\nrules:\n  torch-load-unsafe: off\n',
    });
    const read = await json();
    expect(read['notRead']).toEqual([expect.stringMatching(/^\.mlsecops\.yaml:1: .*recomended/u)]);
    expect(JSON.stringify(read['findings'])).not.toContain('torch-load-unsafe');
  });

  test('holds the folder against its policy', async () => {
    await start({
      ...FILES,
      '/project/.mlsecops.yaml': 'policy:\n  must-be:\n    - be: [pinned]\n      kinds: [model]\n',
    });
    expect(JSON.stringify((await json())['policy'])).toContain('policy-part-unpinned');
  });

  test('is not made of a folder that is not there, or that nothing shall be checked of', async () => {
    await start();
    await expect(report({ format: 'html', uri: 'file:///other' })).rejects.toMatchObject({
      message: 'file:///other is not a folder of the workspace.',
    });
    await expect(client.request('mlsecops/report', { format: 'pdf' })).rejects.toMatchObject({
      code: -32602,
    });
    client.stop();
    await start(FILES, { settings: { enable: false } });
    await expect(report({ format: 'html' })).rejects.toMatchObject({
      message: expect.stringContaining('switched off') as string,
    });
  });

  test('that nobody waits for any more is not given', async () => {
    await start();
    const cancellation = new CancellationTokenSource();
    const asked = client.request('mlsecops/report', { format: 'html' }, cancellation.token);
    cancellation.cancel();
    await expect(asked).rejects.toMatchObject({ code: -32800 });
  });
});

describe('the lineage as a file', () => {
  const lineage = async (params: Partial<ExportLineageParams>): Promise<string> =>
    (await client.request<ExportResult>('mlsecops/exportLineage', params)).text;

  test('is a drawing that needs nothing else, or a Mermaid block', async () => {
    await start();
    await client.request('mlsecops/scanWorkspace', {});
    const light = await lineage({ format: 'svg' });
    expect(light).toMatch(/^<svg [\s\S]*acme\/encoder[\s\S]*<\/svg>\n$/u);
    expect(await lineage({ format: 'svg', theme: 'dark' })).not.toBe(light);
    expect(await lineage({ format: 'mermaid' })).toMatch(/^```mermaid\nflowchart LR\n[\s\S]*acme\/texts/u);
  });

  test('is refused with the reason where there is none', async () => {
    await start({ '/project/a.py': 'print(1)\n' });
    await expect(lineage({ format: 'svg' })).rejects.toMatchObject({
      message: 'The workspace was not scanned yet.',
    });
    await client.request('mlsecops/scanWorkspace', {});
    await expect(lineage({ format: 'svg' })).rejects.toMatchObject({
      message: 'There is no lineage to draw.',
    });
    await expect(lineage({ format: 'png' as 'svg' })).rejects.toMatchObject({ code: -32602 });
  });
});
