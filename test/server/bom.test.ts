import { afterEach, expect, test } from 'vitest';
import type { BomParams, ExportResult } from '../../src/protocol/messages';
import { componentNamed, readCyclonedx } from '../unit/supplychain/bom/support/cyclonedx-shape';
import { officialErrors } from '../unit/supplychain/bom/support/official-schema';
import { EditableFiles } from './support/editable-files';
import { ROOT, TestClient } from './support/test-client';

let client: TestClient;
afterEach(() => client.stop());

const FILES = {
  '/project/app.py': 'from transformers import AutoModel\nm = AutoModel.from_pretrained("acme/encoder")\n',
};
const bom = (params: Partial<BomParams>): Promise<ExportResult> => client.request('mlsecops/bom', params);

test('a client gets the bill of materials of what was scanned, the same text each time', async () => {
  client = await TestClient.start({ files: new EditableFiles(FILES) });
  await client.request('mlsecops/scanWorkspace', {});
  const { text } = await bom({ spec: '1.7', uri: ROOT });
  expect(await officialErrors(text, '1.7')).toBeNull();
  const read = readCyclonedx(text);
  expect(read.metadata).toEqual({ component: { name: 'project' } });
  expect(componentNamed(read, 'encoder').evidence.occurrences).toMatchObject([
    { location: 'app.py', line: 2 },
  ]);
  expect(await bom({ spec: '1.7' })).toEqual({ text });
});

test('a time and a serial number are there when they are asked for', async () => {
  client = await TestClient.start({ files: new EditableFiles(FILES) });
  await client.request('mlsecops/scanWorkspace', {});
  const { serialNumber, metadata } = readCyclonedx(
    (await bom({ spec: '1.6', timestamp: true, serial: true })).text,
  );
  expect(serialNumber).toMatch(/^urn:uuid:/u);
  expect(metadata.timestamp).toMatch(/^\d{4}-/u);
});

test('there is no bill before a scan, of another folder, or in a format that nobody knows', async () => {
  client = await TestClient.start({ files: new EditableFiles(FILES) });
  await expect(bom({ spec: '1.6' })).rejects.toMatchObject({ message: 'The workspace was not scanned yet.' });
  await client.request('mlsecops/scanWorkspace', {});
  await expect(bom({ spec: '1.6', uri: 'file:///other' })).rejects.toMatchObject({
    message: 'file:///other was not scanned yet.',
  });
  await expect(client.request('mlsecops/bom', { spec: '1.5' })).rejects.toMatchObject({ code: -32602 });
});
