import { expect, test } from 'vitest';
import { builtInGuide } from '../../support/guide';
import type { Lifecycle, Stage } from '../../../src/catalog/schema/lifecycle';
import { columnGeometry } from '../../../src/diagram/column-geometry';
import type { DiagramGeometry } from '../../../src/diagram/geometry';
import { layoutFor } from '../../../src/diagram/layouts';
import { loopGeometry } from '../../../src/diagram/loop-geometry';
import { CATALOG } from '../../webview/support/sample';

const catalog = builtInGuide();
const stagesOf = (lifecycle: Lifecycle): Stage[] =>
  lifecycle.stages.flatMap((id) => catalog.stages.get(id) ?? CATALOG.stages.find((s) => s.id === id) ?? []);

const lifecycles = [...catalog.lifecycles.values(), ...CATALOG.lifecycles];
const cases = lifecycles.flatMap((lifecycle) =>
  [520, 620, 700, 1200].map((width) => ({ name: lifecycle.id, width, lifecycle })),
);

function drawLoop(lifecycle: Lifecycle, width: number): DiagramGeometry {
  return loopGeometry(lifecycle, stagesOf(lifecycle), layoutFor(lifecycle), { width, height: 640 });
}

test.each(cases)('all stages of $name stand inside a drawing of $width and apart', ({ lifecycle, width }) => {
  const { nodes, height } = drawLoop(lifecycle, width);
  expect(nodes).toHaveLength(lifecycle.stages.length);
  for (const node of nodes) {
    expect(node.x - node.radius).toBeGreaterThanOrEqual(0);
    expect(node.x + node.radius).toBeLessThanOrEqual(width);
    expect(node.y - node.radius).toBeGreaterThanOrEqual(0);
    expect(node.y + node.radius).toBeLessThanOrEqual(height);
    for (const other of nodes) {
      if (other === node) continue;
      const apart = Math.hypot(node.x - other.x, node.y - other.y);
      expect(apart).toBeGreaterThan(node.radius + other.radius + 8);
    }
  }
});

test('the stages of the MLSecOps lifecycle follow each other clockwise', () => {
  const lifecycle = catalog.lifecycles.get('mlsecops');
  if (!lifecycle) throw new Error('no such lifecycle');
  const { nodes, hub } = drawLoop(lifecycle, 680);
  const angles = nodes.map((node) => Math.atan2(node.x - (hub?.x ?? 0), (hub?.y ?? 0) - node.y));
  const turned = angles.map((angle) => (angle < -0.01 ? angle + 2 * Math.PI : angle));
  expect(turned).toEqual([...turned].sort((a, b) => a - b));
});

test('the retraining edge is always drawn', () => {
  const lifecycle = catalog.lifecycles.get('mlsecops');
  if (!lifecycle) throw new Error('no such lifecycle');
  const edge = drawLoop(lifecycle, 680).flows.find(
    (flow) => flow.from === 'continuous-monitoring' && flow.to === 'continuous-training',
  );
  expect(edge?.kind).toBe('return');
});

test('governance surrounds the loop of the LLMSecOps lifecycle', () => {
  const lifecycle = catalog.lifecycles.get('llmsecops');
  if (!lifecycle) throw new Error('no such lifecycle');
  const { around, nodes } = drawLoop(lifecycle, 680);
  expect(around?.stage).toBe('llm-govern');
  const govern = nodes.find((node) => node.stage.id === 'llm-govern');
  expect(nodes.every((node) => node.y <= (govern?.y ?? 0))).toBe(true);
});

test('a lifecycle nobody prepared a drawing for gets its stages evenly around the loop', () => {
  const layout = layoutFor({ ...lifecycles[0], stages: ['a', 'b', 'c', 'd'] } as Lifecycle);
  expect(layout.degrees).toEqual({ a: 0, b: 90, c: 180, d: 270 });
});

test.each(lifecycles)('in a narrow panel the stages of $id stand one under the other', (lifecycle) => {
  const { nodes, width } = columnGeometry(lifecycle, stagesOf(lifecycle), layoutFor(lifecycle), 320);
  const heights = nodes.map((node) => node.y);
  expect(heights).toEqual([...heights].sort((a, b) => a - b));
  expect(new Set(nodes.map((node) => node.x)).size).toBe(1);
  expect(nodes.every((node) => node.badge.x < width)).toBe(true);
});

test('a domain that comes back later gets a band of its own in each place', () => {
  const [plan, data, experiment] = CATALOG.stages;
  const [lifecycle] = CATALOG.lifecycles;
  if (!plan || !data || !experiment || !lifecycle) throw new Error('the sample is incomplete');
  const stages = [plan, data, { ...experiment, domain: plan.domain }];
  const order = { ...lifecycle, stages: stages.map((stage) => stage.id) };
  for (const { domains } of [
    loopGeometry(order, stages, layoutFor(order), { width: 620, height: 620 }),
    columnGeometry(order, stages, layoutFor(order), 320),
  ]) {
    expect(domains.map((domain) => [domain.name, domain.index])).toEqual([
      ['Planning', 0],
      ['Development', 1],
      ['Planning', 0],
    ]);
  }
});

test('a title too long for its place ends with an ellipsis', () => {
  const lifecycle = catalog.lifecycles.get('mlsecops');
  const [first] = lifecycle ? stagesOf(lifecycle) : [];
  if (!lifecycle || !first) throw new Error('no such lifecycle');
  const long = { ...first, shortTitle: 'A'.repeat(60), title: 'A'.repeat(60) };
  for (const { nodes } of [
    loopGeometry(lifecycle, [long], layoutFor(lifecycle), { width: 620, height: 620 }),
    columnGeometry(lifecycle, [long], layoutFor(lifecycle), 320),
  ]) {
    expect(nodes[0]?.label.lines).toHaveLength(1);
    expect(nodes[0]?.label.lines[0]).toMatch(/^A{10,24}…$/);
  }
});
