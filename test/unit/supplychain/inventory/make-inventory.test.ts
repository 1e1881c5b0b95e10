import { describe, expect, it } from 'vitest';
import type { FileFacts, LocatedSighting } from '../../../../src/supplychain/facts/located-facts';
import { filterInventory } from '../../../../src/supplychain/inventory/filter-inventory';
import { InventoryBuilder } from '../../../../src/supplychain/inventory/inventory-builder';
import { makeInventory } from '../../../../src/supplychain/inventory/make-inventory';
import { KnownParts } from '../../../../src/supplychain/openness/known-parts';

const COMMIT = '0123456789abcdef0123456789abcdef01234567';

function seen(
  one: Partial<LocatedSighting> & Pick<LocatedSighting, 'kind' | 'name' | 'origin'>,
  line = 0,
): LocatedSighting {
  const location = { start: { line, character: 0 }, end: { line, character: 1 } };
  return { pinning: 'mutable', via: 'test', location, ...one };
}

function file(
  path: string,
  sightings: readonly LocatedSighting[],
  stages: readonly string[] = [],
): FileFacts {
  return { path, sightings, observations: [], stages };
}

const model = { kind: 'model', name: 'acme/base', origin: 'huggingface' } as const;
const torch = { kind: 'library', name: 'torch', origin: 'pypi' } as const;
const imported = seen({ ...torch, via: 'import', pinning: 'unknown' });

describe('the inventory', () => {
  it('makes one part of all places that use one thing at one version', () => {
    const { parts } = makeInventory([
      file('b.py', [seen(model, 3)], ['training']),
      file('a.py', [seen(model, 9), seen(model, 1)], ['training', 'serving']),
    ]);
    expect(parts).toHaveLength(1);
    expect(parts[0]?.uses.map(({ path, location }) => `${path}:${location.start.line}`)).toEqual([
      'a.py:1',
      'a.py:9',
      'b.py:3',
    ]);
    expect(parts[0]?.stages).toEqual(['training', 'serving']);
  });

  it('tells versions apart, and says why each is fixed or not', () => {
    const { parts } = makeInventory([
      file('a.py', [
        seen(model),
        seen({ ...model, version: COMMIT, pinning: 'pinned' }),
        seen({ ...model, version: 'main' }),
      ]),
    ]);
    expect(parts.map(({ id, purl, pinning }) => [id, purl, pinning.value, pinning.reason])).toEqual([
      [
        'model:huggingface/acme/base',
        'pkg:huggingface/acme/base',
        'mutable',
        'No revision is named, so a later change by its owner is taken unseen.',
      ],
      [
        `model:huggingface/acme/base@${COMMIT}`,
        `pkg:huggingface/acme/base@${COMMIT}`,
        'pinned',
        `The commit \`${COMMIT}\` is one fixed content.`,
      ],
      [
        'model:huggingface/acme/base@main',
        'pkg:huggingface/acme/base@main',
        'mutable',
        '`main` is a branch or tag, which can be moved.',
      ],
    ]);
  });

  it('counts an import for the version that the nearest manifest names', () => {
    const { parts } = makeInventory([
      file('one/requirements.txt', [seen({ ...torch, version: '2.5.0', pinning: 'pinned' })]),
      file('two/requirements.txt', [seen({ ...torch, version: '2.6.0', pinning: 'pinned' })]),
      file('two/src/train.py', [imported]),
    ]);
    expect(parts.map(({ version, uses }) => [version, uses.length])).toEqual([
      ['2.5.0', 1],
      ['2.6.0', 2],
    ]);
  });

  it('takes a range for what the lock file beside it says', () => {
    const { parts } = makeInventory([
      file('pyproject.toml', [seen({ ...torch, version: '>=2.5' })]),
      file('uv.lock', [seen({ ...torch, version: '2.6.0', pinning: 'pinned' })]),
    ]);
    expect(parts.map(({ id, pinning, uses }) => [id, pinning.value, uses.length])).toEqual([
      ['library:pypi/torch@2.6.0', 'pinned', 2],
    ]);
  });

  it('knows no version of a library that is imported alone, and doubts modules that projects have themselves', () => {
    const agents = seen({
      kind: 'library',
      name: 'openai-agents',
      origin: 'pypi',
      via: 'import',
      pinning: 'unknown',
    });
    const { parts } = makeInventory([file('a.py', [imported, agents])]);
    expect(parts.map(({ name, pinning }) => [name, pinning.value])).toEqual([['torch', 'unknown']]);
  });

  it('joins an adapter to its base and a model to its data, also where nothing else names them', () => {
    const { parts, lineage } = makeInventory([
      file('train.py', [
        seen({
          kind: 'adapter',
          name: 'acme/lora',
          origin: 'huggingface',
          joined: [{ join: 'adapts', ...model }],
        }),
        seen({
          kind: 'model',
          name: 'out',
          origin: 'local',
          joined: [{ join: 'trained-on', kind: 'dataset', name: 'acme/rows', origin: 'huggingface' }],
        }),
      ]),
      file('load.py', [seen({ ...model, version: COMMIT, pinning: 'pinned' })]),
    ]);
    expect(parts.map(({ id }) => id)).toEqual([
      `model:huggingface/acme/base@${COMMIT}`,
      'model:local/out',
      'adapter:huggingface/acme/lora',
      'dataset:huggingface/acme/rows',
    ]);
    expect(lineage.map(({ from, join, to }) => `${from} ${join} ${to}`)).toEqual([
      `adapter:huggingface/acme/lora adapts model:huggingface/acme/base@${COMMIT}`,
      'model:local/out trained-on dataset:huggingface/acme/rows',
    ]);
  });

  it('is the same whatever the order of the files', () => {
    const files = [
      file('a.py', [seen(model, 2), imported]),
      file('b.py', [seen({ ...model, kind: 'tokenizer' }), seen(model)]),
      file('requirements.txt', [seen({ ...torch, version: '2.6.0', pinning: 'pinned' })]),
    ];
    expect(JSON.stringify(makeInventory([...files].reverse()))).toBe(JSON.stringify(makeInventory(files)));
  });

  it('is kept in step with a file that changes and one that goes', () => {
    const builder = new InventoryBuilder();
    const a = file('a.py', [seen(model)]);
    const b = file('b.py', [
      seen({
        kind: 'adapter',
        name: 'acme/lora',
        origin: 'huggingface',
        joined: [{ join: 'adapts', ...model }],
      }),
    ]);
    builder.set(a.path, a);
    builder.set(b.path, b);
    expect(builder.inventory()).toEqual(makeInventory([a, b]));
    builder.set(a.path, file('a.py', [imported]));
    expect(builder.inventory()).toEqual(makeInventory([file('a.py', [imported]), b]));
    builder.set(b.path, undefined);
    builder.set(a.path, undefined);
    expect(builder.inventory()).toEqual({ parts: [], lineage: [] });
  });
});

describe('how open a part is', () => {
  const known = new KnownParts([
    {
      of: 'hub',
      names: ['acme/*'],
      openness: 'open-weight',
      provider: 'Acme',
      license: 'Acme License',
      url: 'https://example.org/a',
      asOf: '2026-11',
    },
    {
      of: 'hosted',
      names: ['gpt-*'],
      openness: 'closed-service',
      provider: 'OpenAI',
      url: 'https://example.org/b',
      asOf: '2026-11',
    },
  ]);

  it('is said with who makes it, the license and the date', () => {
    const [part] = makeInventory([file('a.py', [seen(model)])], known).parts;
    expect(part).toMatchObject({
      openness: {
        value: 'open-weight',
        reason: 'Weights of Acme are published under Acme License (2026-11).',
      },
      provider: 'Acme',
      license: 'Acme License',
    });
  });

  it('is unknown with the reason where nobody says', () => {
    const { parts } = makeInventory([file('a.py', [seen({ ...model, name: 'other/thing' })])], known);
    expect(parts[0]?.openness).toEqual({
      value: 'unknown',
      reason: 'The catalog does not know it, and nothing here says under which license it is.',
    });
  });

  it('is our own for what is made here', () => {
    const { parts } = makeInventory(
      [file('a.py', [seen({ kind: 'prompt', name: 'a.py#PROMPT', origin: 'local', pinning: 'own' })])],
      known,
    );
    expect(parts[0]?.openness.value).toBe('own');
  });

  it('finds the parts that are in a state', () => {
    const all = makeInventory(
      [
        file('a.py', [
          seen(model),
          seen({ kind: 'hosted-model', name: 'gpt-4o-2024-08-06', origin: 'openai', pinning: 'pinned' }),
        ]),
      ],
      known,
    );
    expect(filterInventory(all, { filters: ['closed'] }).parts.map(({ name }) => name)).toEqual([
      'gpt-4o-2024-08-06',
    ]);
    expect(filterInventory(all, { filters: ['unpinned'] }).parts.map(({ name }) => name)).toEqual([
      'acme/base',
    ]);
    expect(filterInventory(all, { filters: ['closed', 'unpinned'] }).parts).toEqual([]);
    expect(filterInventory(all, { kinds: ['hosted-model'] }).parts).toHaveLength(1);
  });
});
