import { describe, expect, test } from 'vitest';
import { lifecycleNodes } from '../../../src/extension/lifecycle/lifecycle-nodes';
import type { TreeNode } from '../../../src/extension/tree/tree-node';
import { catalog, context, sample } from './support/sample';

const mlLifecycle = catalog.lifecycles.find(({ id }) => id === 'mlsecops');
const input = {
  catalog,
  lifecycle: mlLifecycle?.id ?? '',
  findings: [],
  activeStages: [],
  pathOf: context.pathOf,
};
const stage = (nodes: readonly TreeNode[], id: string): TreeNode | undefined =>
  nodes.find((node) => node.id === id);

describe('rows of the Lifecycle view', () => {
  test('are the nine stages in order', () => {
    const nodes = lifecycleNodes(input);
    expect(nodes.map(({ label }) => label.split(' ')[0])).toEqual([
      '1',
      '2',
      '3',
      '4',
      '5',
      '6',
      '7',
      '8',
      '9',
    ]);
  });

  test.each(catalog.lifecycles.map(({ id, stages }) => [id, stages] as const))(
    'show the lifecycle %s',
    (id, stages) => {
      expect(lifecycleNodes({ ...input, lifecycle: id }).map((node) => node.id)).toEqual(stages);
    },
  );

  test('fall back to the MLSecOps lifecycle when the kept one is gone', () => {
    expect(lifecycleNodes({ ...input, lifecycle: 'gone' })).toHaveLength(mlLifecycle?.stages.length ?? 0);
  });

  test('count the findings of a stage and show the worst', () => {
    const findings = [sample(), sample({ line: 2, severity: 'error' })];
    const experimentation = stage(lifecycleNodes({ ...input, findings }), 'experimentation');
    expect(experimentation).toMatchObject({ description: '2', icon: { name: 'error' } });
    const [section] = experimentation?.children?.() ?? [];
    expect(section?.children?.().map((row) => row.finding?.severity)).toEqual(['error', 'warning']);
  });

  test('mark the stages of the file in front', () => {
    const nodes = lifecycleNodes({ ...input, activeStages: ['model-serving'] });
    expect(nodes.filter(({ description }) => description === 'here').map(({ id }) => id)).toEqual([
      'model-serving',
    ]);
    expect(stage(nodes, 'model-serving')?.spoken).toMatch(/the file in front belongs here$/u);
  });

  test('hold everything the catalog says of a stage', () => {
    const sections = stage(lifecycleNodes(input), 'model-serving')?.children?.() ?? [];
    expect(sections.map(({ label }) => label)).toEqual([
      'Findings',
      'Checks',
      'Artifacts',
      'Sign and verify',
      'Risks',
      'Controls',
      'Tools',
      'Roles',
      'Activities',
      'What enters here',
      'Threats',
      'Needs and gaps',
      'Techniques',
      'In other frameworks',
      'Good practice',
    ]);
    for (const section of sections.slice(1)) {
      expect(section.children?.()).toHaveLength(Number(section.description));
    }
  });

  test('resolve every id of the catalog to a title', () => {
    const rows = lifecycleNodes(input)
      .flatMap((node) => node.children?.() ?? [])
      .filter(({ label }) => ['Risks', 'Controls', 'Tools', 'Roles'].includes(label))
      .flatMap((section) => section.children?.() ?? []);
    expect(rows.length).toBeGreaterThan(50);
    for (const row of rows) expect(row.tooltip, row.label).toBeDefined();
  });

  test('open a risk in the panel', () => {
    const sections = stage(lifecycleNodes(input), 'model-serving')?.children?.() ?? [];
    const [risk] = sections.find(({ label }) => label === 'Risks')?.children?.() ?? [];
    expect(risk).toMatchObject({ click: 'learn', learn: { stage: 'model-serving' } });
  });

  test('open the page of any entry in the panel', () => {
    const sections = stage(lifecycleNodes(input), 'model-serving')?.children?.() ?? [];
    const [control] = sections.find(({ label }) => label === 'Controls')?.children?.() ?? [];
    expect(control?.learn?.entry).toMatch(/^controls\/C\d\d$/u);
    expect(control).toMatchObject({ menu: 'entry', click: 'learn' });
  });

  test('narrowed to a role, show the stages it works at and its part in them', () => {
    const nodes = lifecycleNodes({ ...input, filter: { kind: 'roles', id: 'DE' } });
    const ids = nodes.map(({ id }) => id);
    expect(ids).toContain('data-engineering');
    expect(ids).not.toContain('model-serving');
    const sections = stage(nodes, 'data-engineering')?.children?.() ?? [];
    const roles = sections.find(({ label }) => label === 'Roles')?.children?.() ?? [];
    expect(roles.map(({ label }) => label)).toEqual(['Data engineer']);
  });

  test('narrowed to a framework, list only its own risks', () => {
    const nodes = lifecycleNodes({ ...input, filter: { kind: 'frameworks', id: 'owasp-ml-2023' } });
    const risks = nodes
      .flatMap((node) => node.children?.() ?? [])
      .filter(({ label }) => label === 'Risks')
      .flatMap((section) => section.children?.() ?? []);
    expect(risks.length).toBeGreaterThan(10);
    for (const { label } of risks) expect(label).toMatch(/^ML\d\d:2023 /u);
  });

  test('show everything when the kept role is gone from the catalog', () => {
    expect(lifecycleNodes({ ...input, filter: { kind: 'roles', id: 'gone' } })).toHaveLength(9);
  });

  test('no two rows have the same id', () => {
    const ids = (nodes: readonly TreeNode[]): readonly string[] =>
      nodes.flatMap((node) => [node.id, ...ids(node.children?.() ?? [])]);
    const all = ids(
      lifecycleNodes({ ...input, findings: [sample({ stages: [...(mlLifecycle?.stages ?? [])] })] }),
    );
    expect(new Set(all).size).toBe(all.length);
  });
});
