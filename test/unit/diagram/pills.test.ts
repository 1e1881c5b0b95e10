import { expect, test } from 'vitest';
import { Relations } from '../../../src/catalog/relations';
import type { Lifecycle } from '../../../src/catalog/schema/lifecycle';
import { touches, type Box } from '../../../src/diagram/box';
import { columnGeometry } from '../../../src/diagram/column-geometry';
import type { DiagramGeometry, MarkWishes } from '../../../src/diagram/geometry';
import { labelBox } from '../../../src/diagram/label-box';
import { layoutFor } from '../../../src/diagram/layouts';
import { loopGeometry } from '../../../src/diagram/loop-geometry';
import type { Mark } from '../../../src/diagram/overlay';
import { makeOverlay, overlayChoices } from '../../../src/diagram/overlays';
import { builtInGuide } from '../../support/guide';

const guide = builtInGuide();
const relations = new Relations(guide);
const lifecycles = [...guide.lifecycles.values()];
const overlays = overlayChoices(guide).map(({ id }) => id);

const mark = (label: string): Mark => ({ glyph: 'dot', tone: 'info', label, title: label });

function wishesOf(overlay: string, notes: boolean): MarkWishes {
  const stages = makeOverlay(guide, relations, overlay)?.stages ?? new Map();
  return { notes, marks: new Map([...stages].map(([id, { marks }]) => [id, marks as Mark[]])) };
}

function draw(lifecycle: Lifecycle, width: number, height: number, wishes: MarkWishes): DiagramGeometry {
  const stages = lifecycle.stages.flatMap((id) => guide.stages.get(id) ?? []);
  const layout = layoutFor(lifecycle);
  return width < 500
    ? columnGeometry(lifecycle, stages, layout, width, wishes)
    : loopGeometry(lifecycle, stages, layout, { width, height }, wishes);
}

/** Everything that must not lie over each other, by what it is. */
function boxesOf({ nodes, stores }: DiagramGeometry): { readonly what: string; readonly box: Box }[] {
  return [
    ...nodes.flatMap(({ stage, label, pills, x, y, radius }) => [
      { what: `label of ${stage.id}`, box: labelBox(label) },
      {
        what: `disc of ${stage.id}`,
        box: { left: x - radius, right: x + radius, top: y - radius, bottom: y + radius },
      },
      ...pills.map((pill) => ({
        what: `${pill.mark?.label ?? 'more'} at ${stage.id}`,
        box: { left: pill.x, top: pill.y, right: pill.x + pill.width, bottom: pill.y + pill.height },
      })),
    ]),
    ...stores.map((store) => ({
      what: store.title,
      box: { left: store.x - 7, right: store.x + 7, top: store.y - 9, bottom: store.y + 9 },
    })),
  ];
}

function overlaps(geometry: DiagramGeometry): string[] {
  const boxes = boxesOf(geometry);
  return boxes.flatMap((one, at) =>
    boxes
      .slice(at + 1)
      .flatMap((other) => (touches(one.box, other.box) ? [`${one.what} / ${other.what}`] : [])),
  );
}

const SIZES = [
  [360, 600],
  [560, 560],
  [700, 620],
  [900, 600],
  [1200, 780],
  [1600, 820],
] as const;
const cases = lifecycles.flatMap((lifecycle) =>
  SIZES.flatMap(([width, height]) =>
    [true, false].map((notes) => ({ id: lifecycle.id, lifecycle, width, height, notes })),
  ),
);

test.each(cases)(
  'marks of every overlay of $id keep clear of labels, stages and each other at $width x $height (room for notes: $notes)',
  ({ lifecycle, width, height, notes }) => {
    for (const overlay of overlays) {
      const geometry = draw(lifecycle, width, height, wishesOf(overlay, notes));
      expect({ overlay, overlaps: overlaps(geometry) }).toEqual({ overlay, overlaps: [] });
      for (const pill of geometry.nodes.flatMap(({ pills }) => pills)) {
        expect(pill.x).toBeGreaterThanOrEqual(0);
        expect(pill.x + pill.width).toBeLessThanOrEqual(width);
        expect(pill.y).toBeGreaterThanOrEqual(0);
        expect(pill.y + pill.height).toBeLessThanOrEqual(geometry.height);
      }
    }
  },
);

test.each(cases)(
  'no mark of $id is lost at $width x $height: the last pill counts what is not drawn',
  (one) => {
    for (const overlay of overlays) {
      const wishes = wishesOf(overlay, one.notes);
      for (const { stage, pills } of draw(one.lifecycle, one.width, one.height, wishes).nodes) {
        const marks = wishes.marks.get(stage.id) ?? [];
        const shown = pills.flatMap((pill) => (pill.mark ? [pill.mark] : [...pill.more]));
        expect(shown.map(({ label }) => label)).toEqual(marks.map(({ label }) => label));
      }
    }
  },
);

test('a wide drawing has room for all ten risks of planning', () => {
  const [lifecycle] = lifecycles;
  if (!lifecycle) throw new Error('no lifecycle');
  const { nodes } = draw(lifecycle, 1200, 780, wishesOf('owasp-ml-2023', false));
  expect(nodes[0]?.pills.map((pill) => pill.mark?.label)).toEqual(
    ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10'].map((number) => `ML${number}`),
  );
});

test('a single mark stands by its stage without a number behind it', () => {
  const [lifecycle] = lifecycles;
  const stage = lifecycle?.stages[3];
  if (!lifecycle || stage === undefined) throw new Error('no lifecycle');
  const wishes = { notes: true, marks: new Map([[stage, [mark('ML06')]]]) };
  const pills = draw(lifecycle, 900, 640, wishes).nodes.flatMap((node) => node.pills);
  expect(pills.map((pill) => pill.mark?.label)).toEqual(['ML06']);
});
