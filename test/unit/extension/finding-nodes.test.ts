import { describe, expect, test } from 'vitest';
import { findingNodes } from '../../../src/extension/findings/finding-nodes';
import { GROUPINGS } from '../../../src/extension/findings/grouping';
import type { TreeNode } from '../../../src/extension/tree/tree-node';
import { context, sample } from './support/sample';

function walk(nodes: readonly TreeNode[]): readonly TreeNode[] {
  return nodes.flatMap((node) => [node, ...walk(node.children?.() ?? [])]);
}

describe('rows of the Findings view', () => {
  const two = [
    sample({ stages: ['model-serving', 'experimentation'], severity: 'error' }),
    sample({ line: 4, stages: ['model-serving'] }),
  ];

  test('a group shows its count and the icon of its worst finding', () => {
    const [serving] = findingNodes(two, 'stage', context);
    expect(serving).toMatchObject({ description: '2', icon: { name: 'error' } });
    expect(serving?.spoken).toMatch(/2 findings, worst severity error$/u);
  });

  test.each(GROUPINGS)('no two rows have the same id when grouped by %s', (grouping) => {
    const ids = walk(findingNodes(two, grouping, context)).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test.each([
    ['stage', /^train\.py:12\sCheckpoint is loaded with code$/u],
    ['file', /^line 12\sCheckpoint is loaded with code$/u],
    ['rule', /^models\/train\.py:12$/u],
  ] as const)('grouped by %s, a finding starts with the thing found', (grouping, description) => {
    const found = sample({ file: 'models/train.py', line: 11, subject: 'torch.load' });
    const [row] = findingNodes([found], grouping, context)[0]?.children?.() ?? [];
    expect(row?.label).toBe('torch.load');
    expect(row?.description).toMatch(description);
  });

  test('long names of one owner can be told apart', () => {
    const subjects = ['base', 'large'].map((size) => `an-organisation-with-a-long-name/encoder-${size}`);
    const found = subjects.map((subject, line) => sample({ line, subject }));
    const rows = findingNodes(found, 'stage', context)[0]?.children?.() ?? [];
    expect(rows.map(({ label }) => label)).toEqual([
      expect.stringMatching(/^an-organ….*encoder-base$/u),
      expect.stringMatching(/^an-organ….*encoder-large$/u),
    ]);
  });

  test('the tooltip has the whole path', () => {
    const [row] =
      findingNodes([sample({ file: 'models/train.py' })], 'stage', context)[0]?.children?.() ?? [];
    expect(row?.tooltip).toContain('models/train\\.py\\:1');
  });

  test('a finding in a notebook names its cell, counted from one', () => {
    const notebook = sample({ file: 'explore.ipynb', cell: 2, line: 1 });
    const [row] = findingNodes([notebook], 'stage', context)[0]?.children?.() ?? [];
    expect(row?.description).toMatch(/^explore\.ipynb, cell 3:2\s/u);
  });

  test('text of the workspace cannot become a link, HTML or formatting in a tooltip', () => {
    const hostile = sample({
      file: '[x](command:evil).py',
      message: '<img src=x onerror=y> [click](command:evil) **bold**',
      excerpt: '```\n[click](command:evil)',
    });
    const [row] = findingNodes([hostile], 'rule', context)[0]?.children?.() ?? [];
    const [, message, code] = row?.tooltip?.split('\n\n') ?? [];
    expect(message).toBe('&lt;img src=x onerror=y&gt; \\[click\\]\\(command\\:evil\\) \\*\\*bold\\*\\*');
    expect(code).toMatch(/^````python\n```\n\[click\]/u);
    expect(row?.tooltip?.replace(/````[\s\S]*````/u, '')).not.toMatch(/(?<!\\)\]\(/u);
  });

  test('stage, risk and rule groups open the panel; severity and file groups have nothing to show there', () => {
    const learn = (grouping: (typeof GROUPINGS)[number]): unknown =>
      findingNodes([sample()], grouping, context)[0]?.learn;
    expect(learn('stage')).toEqual({ stage: 'experimentation' });
    expect(learn('risk')).toEqual({ risk: 'owasp-ml-2023:ML06' });
    expect(learn('rule')).toEqual({ rule: 'torch-load-unsafe' });
    expect(learn('severity')).toBeUndefined();
    expect(learn('file')).toBeUndefined();
  });

  test('large groups start closed', () => {
    const many = Array.from({ length: 50 }, (_, line) => sample({ line }));
    expect(findingNodes(many, 'file', context)[0]?.expanded).toBe(false);
    expect(findingNodes(many.slice(0, 3), 'file', context)[0]?.expanded).toBe(true);
  });

  test('of many small groups only the first ones start open, so that the view stays quick', () => {
    const files = Array.from({ length: 500 }, (_, at) =>
      Array.from({ length: 20 }, (_unused, line) => sample({ file: `m${at}.py`, line })),
    );
    const groups = findingNodes(files.flat(), 'file', context);
    const open = groups.filter(({ expanded }) => expanded);
    expect(groups).toHaveLength(500);
    expect(open.length).toBeGreaterThan(0);
    expect(open.flatMap(({ children }) => children?.() ?? []).length).toBeLessThanOrEqual(200);
  });
});
