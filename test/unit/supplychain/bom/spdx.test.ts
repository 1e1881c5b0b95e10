import { describe, expect, it } from 'vitest';
import { writeBom } from '../../../../src/supplychain/bom/write-bom';
import { EMPTY_INVENTORY, type Inventory } from '../../../../src/supplychain/inventory/inventory';
import { fullInventory, part, request, use } from './support/parts';
import { brokenReferences, readSpdx, type SpdxGraph } from './support/spdx-shape';

const spdx = async (inventory: Inventory, timestamp?: Date): Promise<SpdxGraph> =>
  readSpdx(await writeBom(request(inventory, { spec: 'spdx-3.0', timestamp })));

function named<T extends SpdxGraph[number]['type']>(graph: SpdxGraph, type: T, name: string) {
  return graph.find((one) => one.type === type && 'name' in one && one.name === name);
}

describe('a bill of SPDX 3.0', () => {
  it('has the shape of the specification, and every reference leads to one node', async () => {
    const graph = await spdx(fullInventory(), new Date('2026-11-23T10:00:00.123Z'));
    expect(brokenReferences(graph)).toEqual({ dangling: [], doubled: [] });
    expect(graph[0]).toMatchObject({ type: 'CreationInfo', created: '2026-11-23T10:00:00Z' });
  });

  it('is the same bytes for the same workspace; a time that nobody asked for is the epoch, and says so', async () => {
    const write = () => writeBom(request(fullInventory(), { spec: 'spdx-3.0' }));
    expect(await write()).toBe(await write());
    const [creation] = await spdx(fullInventory());
    expect(creation).toMatchObject({
      created: '1970-01-01T00:00:00Z',
      comment: 'The time of creation was not recorded.',
    });
  });

  it('has ids of its own for another content', async () => {
    const idOf = (graph: SpdxGraph) =>
      graph.flatMap((one) => (one.type === 'SpdxDocument' ? one.spdxId : []))[0];
    expect(idOf(await spdx(fullInventory()))).not.toBe(idOf(await spdx(EMPTY_INVENTORY)));
  });

  it('names the profiles whose classes it uses', async () => {
    const profiles = (graph: SpdxGraph) =>
      graph.flatMap((one) => (one.type === 'SpdxDocument' ? one.profileConformance : []));
    expect(profiles(await spdx(fullInventory()))).toEqual(expect.arrayContaining(['ai', 'dataset']));
    const library = { parts: [part('library', 'torch', { origin: 'pypi' })], lineage: [] };
    expect(profiles(await spdx(library))).not.toContain('ai');
  });

  it('tells models as AI packages and datasets as dataset packages', async () => {
    const graph = await spdx(fullInventory());
    expect(named(graph, 'ai_AIPackage', 'acme/encoder')).toMatchObject({
      software_primaryPurpose: 'model',
      software_packageUrl: 'pkg:huggingface/acme/encoder@5f0b1c2d3e4f5a6b7c8d9e0f1a2b3c4d5e6f7a8b',
      software_homePage: 'https://huggingface.co/acme/encoder',
      ai_domain: ['feature-extraction'],
    });
    expect(named(graph, 'ai_AIPackage', 'models/adapter.safetensors')).toMatchObject({
      verifiedUsing: [{ algorithm: 'sha256', hashValue: 'a'.repeat(64) }],
    });
    expect(named(graph, 'dataset_DatasetPackage', 'acme/reviews')).toMatchObject({
      dataset_datasetType: ['noAssertion'],
    });
  });

  it('joins parts, licenses and places of use', async () => {
    const graph = await spdx(fullInventory());
    const joined = graph.flatMap((one) =>
      one.type === 'Relationship'
        ? [`${plain(one.from)} ${one.relationshipType} ${one.to.map(plain).join(', ')}`]
        : [],
    );
    const base = 'model:huggingface/acme/encoder@5f0b1c2d3e4f5a6b7c8d9e0f1a2b3c4d5e6f7a8b';
    expect(joined).toEqual(
      expect.arrayContaining([
        `adapter:local/models/adapter.safetensors descendantOf ${base}`,
        `${base} trainedOn dataset:huggingface/acme/reviews`,
        `${base} hasDeclaredLicense license Apache-2.0`,
        `adapter:local/models/adapter.safetensors hasDeclaredLicense license Acme terms`,
        `${base} hasEvidence snippet train.py 3-3 transformers.AutoModel.from_pretrained, snippet nb.ipynb cell 4 1-1 load`,
      ]),
    );
    expect(graph).toContainEqual(
      expect.objectContaining({
        simplelicensing_licenseExpression: 'LicenseRef-Acme-terms',
        name: 'Acme terms',
      }),
    );
  });

  it('gives the lines of a file, and says in words what lies in a cell of a notebook', async () => {
    const uses = [use('a.py', 6, 'load'), use('b.ipynb', 1, 'load', 0)];
    const graph = await spdx({ parts: [part('model', 'acme/a', { uses })], lineage: [] });
    const snippets = graph.filter((one) => one.type === 'software_Snippet');
    expect(snippets).toEqual([
      expect.objectContaining({
        software_lineRange: { type: 'PositiveIntegerRange', beginIntegerRange: 7, endIntegerRange: 7 },
      }),
      expect.objectContaining({ comment: 'cell 1, lines 2-2 of it' }),
    ]);
    expect(snippets[1]).not.toHaveProperty('software_lineRange');
  });
});

function plain(iri: string): string {
  return decodeURIComponent(iri.slice(iri.indexOf('#') + 1));
}
