import { describe, expect, it } from 'vitest';
import { writeBom } from '../../../../src/supplychain/bom/write-bom';
import { EMPTY_INVENTORY } from '../../../../src/supplychain/inventory/inventory';
import { componentNamed, readCyclonedx } from './support/cyclonedx-shape';
import { officialErrors } from './support/official-schema';
import { fullInventory, part, request, use } from './support/parts';

describe.each(['1.6', '1.7'] as const)('a bill of CycloneDX %s', (spec) => {
  it('is valid against the official schema with everything a part can say', async () => {
    const text = await writeBom(
      request(fullInventory(), { spec, serial: true, timestamp: new Date('2026-11-23T10:00:00Z') }),
    );
    expect(await officialErrors(text, spec)).toBeNull();
    const bom = readCyclonedx(text);
    expect(bom.specVersion).toBe(spec);
    expect(bom.metadata).toMatchObject({
      timestamp: '2026-11-23T10:00:00.000Z',
      component: { name: 'shop' },
    });
  });

  it('is not taken for valid by a test when it is not', async () => {
    const text = await writeBom(request(fullInventory(), { spec }));
    expect(await officialErrors(text.replace('machine-learning-model', 'robot'), spec)).not.toBeNull();
    expect(await officialErrors(text.replace('https://huggingface', 'a {b}'), spec)).not.toBeNull();
  });

  it('is valid where nothing was found', async () => {
    const text = await writeBom(request(EMPTY_INVENTORY, { spec }));
    expect(await officialErrors(text, spec)).toBeNull();
    expect(readCyclonedx(text).components).toEqual([]);
  });

  it('is the same bytes for the same workspace, with no time and no serial number unless asked for', async () => {
    const first = await writeBom(request(fullInventory(), { spec }));
    expect(await writeBom(request(fullInventory(), { spec }))).toBe(first);
    expect(first).not.toMatch(/"timestamp"|"serialNumber"/u);
  });
});

describe('components of CycloneDX', () => {
  it('tell a model with its owner, revision, license, supplier, package URL, card and places of use', async () => {
    const bom = readCyclonedx(await writeBom(request(fullInventory())));
    expect(componentNamed(bom, 'encoder')).toMatchObject({
      type: 'machine-learning-model',
      group: 'acme',
      version: '5f0b1c2d3e4f5a6b7c8d9e0f1a2b3c4d5e6f7a8b',
      purl: 'pkg:huggingface/acme/encoder@5f0b1c2d3e4f5a6b7c8d9e0f1a2b3c4d5e6f7a8b',
      supplier: { name: 'Acme' },
      licenses: [{ license: { id: 'Apache-2.0', acknowledgement: 'declared' } }],
      externalReferences: [{ type: 'website', url: 'https://huggingface.co/acme/encoder' }],
      modelCard: {
        modelParameters: {
          task: 'feature-extraction',
          datasets: [{ ref: 'dataset:huggingface/acme/reviews' }, { type: 'dataset', name: 'c4' }],
        },
      },
      evidence: {
        occurrences: [
          { location: 'train.py', line: 3, symbol: 'transformers.AutoModel.from_pretrained' },
          { location: 'nb.ipynb', line: 1, symbol: 'load', additionalContext: 'cell 4' },
        ],
      },
    });
  });

  it('say what was judged, and why', async () => {
    const { properties } = componentNamed(readCyclonedx(await writeBom(request(fullInventory()))), 'encoder');
    expect(properties).toEqual(
      expect.arrayContaining([
        { name: 'mlsecops:kind', value: 'model' },
        { name: 'mlsecops:openness', value: 'open-weight' },
        { name: 'mlsecops:openness:reason', value: 'The weights can be had.' },
        { name: 'mlsecops:pinning', value: 'pinned' },
        { name: 'mlsecops:stage', value: 'model-serving' },
        { name: 'mlsecops:lineage', value: 'trained-on dataset:huggingface/acme/reviews' },
      ]),
    );
  });

  it('name the base models of an adapter as its ancestors, its hash, its signature and a license of no list', async () => {
    const adapter = componentNamed(
      readCyclonedx(await writeBom(request(fullInventory()))),
      'models/adapter.safetensors',
    );
    expect(adapter).toMatchObject({
      pedigree: {
        ancestors: [
          { type: 'machine-learning-model', group: 'acme', name: 'encoder' },
          { type: 'machine-learning-model', name: 'elsewhere/base' },
        ],
      },
      hashes: [{ alg: 'SHA-256', content: 'a'.repeat(64) }],
      externalReferences: [{ type: 'digital-signature', url: 'models/model%20sig.json' }],
      licenses: [{ license: { name: 'Acme terms' } }],
    });
  });

  it('state the hash that was computed before the one that a card states', async () => {
    const hashes = new Map([['models/adapter.safetensors', 'b'.repeat(64)]]);
    const bom = readCyclonedx(await writeBom(request(fullInventory(), { hashes })));
    expect(componentNamed(bom, 'models/adapter.safetensors').hashes).toEqual([
      { alg: 'SHA-256', content: 'b'.repeat(64) },
    ]);
  });

  it('are datasets, prompts, agents, libraries and images as the specification names them', async () => {
    const bom = readCyclonedx(await writeBom(request(fullInventory())));
    const types = bom.components.map(({ type, group, name }) => [type, group ? `${group}/${name}` : name]);
    expect(types).toEqual(
      expect.arrayContaining([
        ['data', 'acme/reviews'],
        ['data', 'prompts/system.md'],
        ['data', 'index.faiss'],
        ['application', 'support_agent'],
        ['application', '@acme/server'],
        ['library', 'torch'],
        ['container', 'vllm/vllm-openai'],
      ]),
    );
    expect(componentNamed(bom, 'reviews').data).toEqual([
      {
        type: 'dataset',
        name: 'acme/reviews',
        contents: { url: 'https://huggingface.co/datasets/acme/reviews' },
      },
    ]);
    expect(componentNamed(bom, 'reviews').licenses).toEqual([
      { expression: 'CC-BY-4.0 OR MIT', acknowledgement: 'declared' },
    ]);
    expect(componentNamed(bom, 'prompts/system.md').data).toEqual([
      { type: 'configuration', name: 'prompts/system.md' },
    ]);
  });

  it('give a range of versions as what is required, not as a version', async () => {
    const parts = [part('library', 'llamaindex', { origin: 'npm', version: '~0.11.0' })];
    for (const spec of ['1.6', '1.7'] as const) {
      const text = await writeBom(request({ parts, lineage: [] }, { spec }));
      expect(await officialErrors(text, spec)).toBeNull();
      const library = componentNamed(readCyclonedx(text), 'llamaindex');
      expect(library.version).toBeUndefined();
      expect(library.properties).toContainEqual({ name: 'mlsecops:requirement', value: '~0.11.0' });
    }
  });

  it('list the first hundred places of use and say how many there are', async () => {
    const uses = Array.from({ length: 250 }, (_, line) => use('a.py', line, 'import'));
    const inventory = { parts: [part('library', 'torch', { origin: 'pypi', uses })], lineage: [] };
    const torch = componentNamed(readCyclonedx(await writeBom(request(inventory))), 'torch');
    expect(torch.evidence.occurrences).toHaveLength(100);
    expect(torch.properties).toContainEqual({
      name: 'mlsecops:occurrences',
      value: '250, of which the first 100 are listed',
    });
  });
});

describe('services of CycloneDX', () => {
  it('are hosted models, remote MCP servers and vector stores, with their places of use', async () => {
    const { services = [] } = readCyclonedx(await writeBom(request(fullInventory())));
    expect(services.map(({ name }) => name)).toEqual([
      'gpt-4o-2024-08-06',
      'text-embedding-3-small',
      'pinecone',
      'files',
    ]);
    expect(services[0]).toMatchObject({ provider: { name: 'OpenAI' }, 'x-trust-boundary': true });
    expect(services[0]?.properties).toContainEqual({ name: 'mlsecops:occurrence', value: 'train.py:3 load' });
  });

  it('name the collections of a store as properties', async () => {
    const store = part('vector-store', 'Chroma', {
      origin: 'chroma',
      said: { collections: ['docs', 'notes'] },
    });
    const { services = [] } = readCyclonedx(await writeBom(request({ parts: [store], lineage: [] })));
    const names = services[0]?.properties.filter(({ name }) => name === 'mlsecops:collection');
    expect(names?.map(({ value }) => value)).toEqual(['docs', 'notes']);
  });

  it('never pass on what an address may hold of keys', async () => {
    for (const spec of ['1.6', 'spdx-3.0'] as const) {
      const text = await writeBom(request(fullInventory(), { spec }));
      expect(text).toContain('https://api.example.org/v1"');
      expect(text).not.toContain('secret');
    }
  });
});

describe('dependencies of CycloneDX', () => {
  it('lead from the workspace to its parts, and from a part to what it is made from', async () => {
    const inventory = fullInventory();
    const { dependencies } = readCyclonedx(await writeBom(request(inventory)));
    const of = (ref: string) => dependencies.find((one) => one.ref === ref)?.dependsOn;
    expect(of('workspace')).toEqual(inventory.parts.map(({ id }) => id));
    expect(of('tokenizer:huggingface/acme/encoder')).toEqual([inventory.parts[0]!.id]);
    expect(of(inventory.parts[0]!.id)).toEqual(['dataset:huggingface/acme/reviews']);
  });

  it('leave out edges to what is no part of the bill', async () => {
    const model = part('model', 'acme/a');
    const gone = part('dataset', 'acme/gone');
    const lineage = [{ from: model.id, to: gone.id, join: 'trained-on' as const, use: use('a.py', 1, 'x') }];
    const text = await writeBom(request({ parts: [model], lineage }));
    expect(text).not.toContain('gone');
    expect(await officialErrors(text, '1.6')).toBeNull();
  });
});

describe('the serial number', () => {
  it('is a UUID that stays while the content stays, and changes with it', async () => {
    const serial = async (subject: string) =>
      readCyclonedx(await writeBom(request(fullInventory(), { serial: true, subject }))).serialNumber;
    expect(await serial('a')).toMatch(
      /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u,
    );
    expect(await serial('a')).toBe(await serial('a'));
    expect(await serial('b')).not.toBe(await serial('a'));
  });
});
