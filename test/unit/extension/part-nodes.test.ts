import { describe, expect, test } from 'vitest';
import { filterParts, type PartFilter } from '../../../src/extension/supplychain/part-filter';
import { PART_GROUPINGS, type PartGrouping } from '../../../src/extension/supplychain/part-groups';
import { partNodes } from '../../../src/extension/supplychain/part-nodes';
import { partRows } from '../../../src/extension/supplychain/part-row';
import type { TreeNode } from '../../../src/extension/tree/tree-node';
import type { FolderInventory, WirePart } from '../../../src/protocol/messages';
import { catalog } from './support/sample';
import { folder, FOLDER, part, use } from './support/sample-parts';

interface Shown {
  readonly grouping?: PartGrouping;
  readonly filters?: readonly PartFilter[];
  readonly nameOf?: (uri: string) => string | undefined;
}

function nodes(
  folders: readonly FolderInventory[],
  { grouping = 'kind', filters = [], nameOf = () => undefined }: Shown = {},
): readonly TreeNode[] {
  const rows = filterParts(partRows(folders), filters);
  return partNodes({ folders, rows, grouping, catalog, lifecycle: 'mlsecops', nameOf });
}

const below = (node: TreeNode | undefined): readonly TreeNode[] => node?.children?.() ?? [];
const rowsOf = (parts: readonly WirePart[], shown: Shown = {}): readonly TreeNode[] =>
  nodes([folder(parts)], shown).flatMap(below);
const walk = (some: readonly TreeNode[]): readonly TreeNode[] =>
  some.flatMap((node) => [node, ...walk(below(node))]);
const labels = (some: readonly TreeNode[]): readonly string[] => some.map(({ label }) => label);

describe('rows of the AI supply chain', () => {
  test('by kind, from the data and models a project stands on to what runs it', () => {
    const parts = [
      part({ kind: 'library', name: 'torch' }),
      part(),
      part({ kind: 'dataset', name: 'acme/d' }),
    ];
    const groups = nodes([folder(parts)]);
    expect(labels(groups)).toEqual(['Models', 'Datasets', 'Libraries']);
    expect(groups[0]).toMatchObject({ description: '1', spoken: 'Models, 1 part' });
  });

  test('by stage, in the order of the lifecycle, and what has none comes last', () => {
    const parts = [
      part({ name: 'a', stages: [] }),
      part({ name: 'b', stages: ['model-serving'] }),
      part({ name: 'c', stages: ['data-engineering', 'model-serving'] }),
    ];
    const groups = nodes([folder(parts)], { grouping: 'stage' });
    expect(labels(groups)).toEqual(['2 Data engineering', '8 Model serving', 'No stage']);
    expect(groups[0]?.learn).toEqual({ stage: 'data-engineering' });
  });

  test('by trust, every part is in one group of each side', () => {
    const parts = [
      part({ name: 'a', openness: 'closed-service' }),
      part({ name: 'b', pinning: 'pinned', signed: 'none', scanned: 'malicious' }),
    ];
    const sides = nodes([folder(parts)], { grouping: 'trust' });
    expect(sides.map((side) => [side.label, ...labels(below(side))])).toEqual([
      ['Open or closed', 'Closed service', 'Open weights'],
      ['Pinned', 'Not pinned', 'Pinned'],
      ['Signed', 'Not signed', 'Signature unknown'],
      ['Scanned', 'Malicious file', 'Not scanned here'],
    ]);
    expect(sides[1]?.description).toBe('not pinned 1 · pinned 1');
  });

  test.each(PART_GROUPINGS)('no two rows have the same id when grouped by %s', (grouping) => {
    const parts = [part(), part({ version: 'main' }), part({ kind: 'dataset' })];
    const two = [folder(parts), folder(parts, { uri: 'file:///other' })];
    const ids = walk(nodes(two, { grouping })).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('a row says version and state, and its icon the worst news by shape and colour', () => {
    const version = '5f0b02c75b57c5855da9ae460ce51323ea669d8a';
    const [pinned, mutable, bad] = rowsOf([
      part({ name: 'a', version, pinning: 'pinned' }),
      part({ name: 'b' }),
      part({ name: 'c', pinning: 'own', scanned: 'malicious' }),
    ]);
    expect(pinned).toMatchObject({ label: 'a', description: '5f0b02c7… · open weights, pinned' });
    expect(pinned?.icon).toEqual({ name: 'lock' });
    expect(mutable?.icon).toEqual({ name: 'unlock', color: 'problemsWarningIcon.foreground' });
    expect(bad?.icon).toEqual({ name: 'error', color: 'problemsErrorIcon.foreground' });
    expect(bad?.spoken).toContain('The inspection of the file calls it malicious.');
  });

  test.each([
    [part(), 'controls/C04'],
    [part({ pinning: 'pinned', scanned: 'suspicious' }), 'controls/C06'],
    [part({ pinning: 'own', signed: 'failed' }), 'controls/C26'],
    [part({ kind: 'hosted-model', pinning: 'pinned' }), 'entryPoints/hosted-model'],
  ])('an explanation leads to what answers the worst of it', (given, entry) => {
    expect(rowsOf([given])[0]?.learn?.entry).toBe(entry);
  });

  test('every page that a row leads to is in the catalog', () => {
    const parts = [
      'model',
      'dataset',
      'vector-store',
      'prompt',
      'agent',
      'tool',
      'evaluation',
      'image',
    ] as const;
    for (const node of walk(nodes([folder(parts.map((kind) => part({ kind, pinning: 'own' })))]))) {
      const [kind, id] = node.learn?.entry?.split('/') ?? [];
      if (kind === undefined) continue;
      const known = (catalog as unknown as Record<string, readonly { readonly id: string }[]>)[kind];
      expect(
        known?.some((entry) => entry.id === id),
        node.learn?.entry,
      ).toBe(true);
    }
  });

  test('below a part: its states with reasons, what is said, what it is joined to, where it is used', () => {
    const adapter = part({ kind: 'adapter', name: 'acme/adapter', license: 'MIT', said: { task: 'chat' } });
    const base = part({ uses: [use('train.py', 3), use('explore.ipynb', 1, 2)] });
    const lineage = [{ from: adapter.id, to: base.id, join: 'adapts', use: use('train.py', 7) } as const];
    const groups = nodes([folder([base, adapter], { lineage })]);
    const [model] = below(groups[0]);
    const [tuned] = below(groups[1]);
    expect(below(tuned).map(({ label, description }) => [label, description])).toEqual([
      ['Open weights', 'Its weights can be had.'],
      ['Not pinned', 'No revision is given.'],
      ['License', 'MIT'],
      ['Task', 'chat'],
      ['Adapts', 'acme/encoder'],
      ['Used in', '1 place'],
    ]);
    expect(labels(below(model))).toContain('Adapted by');
    const uses = below(below(model).at(-1));
    expect(labels(uses)).toEqual(['train.py:4', 'explore.ipynb, cell 3:2']);
    expect(uses[1]).toMatchObject({ click: 'openPlace', place: { uri: `${FOLDER}/explore.ipynb`, cell: 2 } });
  });

  test('below a store and a model that is trained here: what only they say', () => {
    const groups = nodes([
      folder([
        part({ kind: 'vector-store', name: 'Chroma', said: { collections: ['docs', 'notes'] } }),
        part({ name: 'out/chat', said: { trainedBy: 'transformers.Trainer' } }),
      ]),
    ]);
    const said = walk(groups).map(({ label, description }) => `${label}: ${description ?? ''}`);
    expect(said).toContain('Collections: docs, notes');
    expect(said).toContain('Trained by: transformers.Trainer');
  });

  test('a path with characters of its own in addresses leads to its file', () => {
    const [row] = rowsOf([part({ uses: [use('models/50% off #2.py', 0)] })]);
    expect(row?.place?.uri).toBe(`${FOLDER}/models/50%25%20off%20%232.py`);
  });

  test('of many uses the rest is counted', () => {
    const [row] = rowsOf([part({ uses: [use('a.py', 0)], useCount: 3_000 })]);
    const used = below(row).at(-1);
    expect(used).toMatchObject({ description: '3000 places', expanded: false });
    expect(labels(below(used)).at(-1)).toBe('2999 more');
  });

  test('ten thousand parts start closed, in ranges that a person can go through', () => {
    const many = Array.from({ length: 10_000 }, (_, at) =>
      part({ name: `acme/model-${String(at).padStart(5, '0')}` }),
    );
    const [models] = nodes([folder(many)]);
    expect(models).toMatchObject({ description: '10000', expanded: false });
    const ranges = below(models);
    expect(ranges).toHaveLength(50);
    expect(ranges[0]?.label).toBe('acme/model-00000 – acme/model-00199');
    expect(ranges.every((range) => below(range).length === 200)).toBe(true);
  });

  test('with several folders a row names its own', () => {
    const two = [folder([part()]), folder([part()], { uri: 'file:///other' })];
    const nameOf = (uri: string): string => uri.slice('file:///'.length);
    const rows = nodes(two, { nameOf }).flatMap(below);
    expect(rows.map(({ description }) => description)).toEqual([
      'open weights, not pinned · project',
      'open weights, not pinned · other',
    ]);
  });

  test('text of the workspace cannot become a link, HTML or formatting in a tooltip', () => {
    const name = '<img src=x onerror=y> [click](command:evil) **bold**';
    const [row] = rowsOf([part({ name, license: '[x](command:evil)', provider: '`code`' })]);
    for (const { tooltip } of [row, ...below(row)].flatMap((node) => (node ? [node] : []))) {
      expect(tooltip ?? '').not.toMatch(/(?<!\\)\]\(|<img|(?<!\\)`/u);
    }
  });

  test('names and reasons stay on one line', () => {
    for (const { label, description } of walk(nodes([folder([part({ name: 'a\nb', license: 'x\r\ny' })])])))
      expect(`${label}${description ?? ''}`).not.toMatch(/[\r\n]/u);
  });
});

describe('the filter', () => {
  const closed = part({
    name: 'closed',
    kind: 'hosted-model',
    openness: 'closed-service',
    pinning: 'pinned',
  });
  const unpinned = part({ name: 'unpinned' });
  const both = part({ name: 'both', openness: 'closed-service' });
  const unsigned = part({ name: 'unsigned', pinning: 'own', signed: 'none' });
  const all = [closed, unpinned, both, unsigned];

  test.each([
    [['closed'], ['both', 'closed']],
    [['unpinned'], ['both', 'unpinned']],
    [['unsigned'], ['unsigned']],
    [['closed', 'unpinned'], ['both']],
    [['alarming'], []],
    [[], ['both', 'closed', 'unpinned', 'unsigned']],
  ] as const)('%j keeps %j', (filters, kept) => {
    const rows = filterParts(partRows([folder(all)]), filters);
    expect(rows.map(({ part: { name } }) => name).sort()).toEqual(kept);
  });
});
