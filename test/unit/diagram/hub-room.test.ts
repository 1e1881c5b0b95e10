import { expect, test } from 'vitest';
import { builtInGuide } from '../../support/guide';
import { flowsFit, hubOf, legendFits } from '../../../src/diagram/hub-room';
import { layoutFor } from '../../../src/diagram/layouts';
import { loopGeometry } from '../../../src/diagram/loop-geometry';
import { Ellipse } from '../../../src/diagram/ellipse';

const catalog = builtInGuide();
const sizes = [
  [500, 460],
  [541, 498],
  [600, 552],
  [700, 600],
  [900, 600],
  [1200, 900],
] as const;
const cases = [...catalog.lifecycles.values()].flatMap((lifecycle) =>
  sizes.map(([width, height]) => ({ name: lifecycle.id, width, height, lifecycle })),
);

test.each(cases)(
  'the middle of $name at $width x $height touches no stage',
  ({ lifecycle, width, height }) => {
    const stages = lifecycle.stages.flatMap((id) => catalog.stages.get(id) ?? []);
    const { hub, nodes } = loopGeometry(lifecycle, stages, layoutFor(lifecycle), { width, height });
    for (const node of nodes) {
      const across = Math.max(0, Math.abs(node.x - (hub?.x ?? 0)) - (hub?.width ?? 0) / 2);
      const down = Math.max(0, Math.abs(node.y - (hub?.y ?? 0)) - (hub?.height ?? 0) / 2);
      expect(Math.hypot(across, down)).toBeGreaterThan(node.radius);
    }
  },
);

const FLOWS = [
  'Requirements and security baseline',
  'Feedback',
  'Versioned datasets',
  'Test data',
  'New data',
];

test('five flows are told in a wide loop and left to the detail pane in a small one', () => {
  const fit = (rx: number, ry: number): boolean =>
    flowsFit(hubOf(new Ellipse(0, 0, rx, ry)), 'Data engineering', 'Experimentation and development', FLOWS);
  expect(fit(283, 207)).toBe(true);
  expect(fit(103, 154)).toBe(false);
});

test('a word that is wider than the hub is never cut', () => {
  const hub = hubOf(new Ellipse(0, 0, 150, 300));
  expect(flowsFit(hub, 'Data', 'Data', ['Short'])).toBe(true);
  expect(flowsFit(hub, 'Data', 'Data', ['Incomprehensibilities'.repeat(2)])).toBe(false);
});

test('the names of the domains are left out where they would be broken', () => {
  const names = ['Planning', 'Experimentation and development', 'Operation'];
  expect(legendFits(hubOf(new Ellipse(0, 0, 283, 207)), names)).toBe(true);
  expect(legendFits(hubOf(new Ellipse(0, 0, 103, 154)), names)).toBe(false);
});
