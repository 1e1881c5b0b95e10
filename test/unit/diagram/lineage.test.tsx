import { JSDOM } from 'jsdom';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, it, test } from 'vitest';
import { LineageDrawing } from '../../../src/diagram/lineage/lineage-drawing';
import { lineageGeometry, NODE_HEIGHT, NODE_WIDTH } from '../../../src/diagram/lineage/lineage-geometry';
import {
  LINEAGE_PLACES,
  type LineageInput,
  type LineageLink,
  type LineageNode,
  type LineagePlace,
} from '../../../src/diagram/lineage/lineage-input';
import { linksInWords } from '../../../src/diagram/lineage/lineage-words';

const node = (id: string, place: LineagePlace, more: Partial<LineageNode> = {}): LineageNode => ({
  ...{ id, place, kind: ['model', 'models'], name: id, note: 'open weights', glyph: 'ring', tone: 'model' },
  ...more,
});
const link = (from: string, to: string, text = 'makes'): LineageLink => ({ from, to, text });
const input = (nodes: readonly LineageNode[], links: readonly LineageLink[]): LineageInput => ({
  nodes,
  links,
  legend: [{ glyph: 'ring', tone: 'neutral', text: 'Open source' }],
});

/** A graph that a number decides: the same number, the same graph. */
function madeUp(seed: number): LineageInput {
  let state = seed * 2_654_435_761;
  const next = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const nodes = Array.from({ length: 3 + next(40) }, (_, at) =>
    node(`n${at}`, LINEAGE_PLACES[next(4)] ?? 'model', {
      kind: next(2) ? ['dataset', 'datasets'] : ['model', 'models'],
    }),
  );
  const links = Array.from({ length: next(70) }, () =>
    link(`n${next(nodes.length)}`, `n${next(nodes.length)}`),
  );
  return input(nodes, links);
}

const SEEDS = Array.from({ length: 60 }, (_, at) => at + 1);

test.each(SEEDS)('no two boxes touch and all are inside, in made-up lineage %i', (seed) => {
  const { nodes, width, height, lanes } = lineageGeometry(madeUp(seed));
  for (const one of nodes) {
    expect(one.x).toBeGreaterThanOrEqual(0);
    expect(one.y).toBeGreaterThanOrEqual(30);
    expect(one.x + NODE_WIDTH).toBeLessThanOrEqual(width);
    expect(one.y + NODE_HEIGHT).toBeLessThanOrEqual(height);
    const lane = lanes.find(({ place }) => place === one.node.place);
    expect(one.x).toBeGreaterThan(lane?.left ?? Infinity);
    expect(one.x + NODE_WIDTH).toBeLessThan((lane?.left ?? 0) + (lane?.width ?? 0));
    for (const other of nodes) {
      if (other === one) continue;
      const apart = Math.abs(one.x - other.x) >= NODE_WIDTH || Math.abs(one.y - other.y) >= NODE_HEIGHT + 8;
      expect(apart, `${one.node.id} and ${other.node.id}`).toBe(true);
    }
  }
});

test.each(SEEDS)('made-up lineage %i is drawn the same twice, and every node is in it once', (seed) => {
  const made = madeUp(seed);
  const drawn = lineageGeometry(made);
  expect(lineageGeometry(made)).toEqual(drawn);
  const ids = drawn.nodes.flatMap(({ node: one }) =>
    (one.folded.length > 0 ? one.folded : [one]).map(({ id }) => id),
  );
  expect(ids.sort()).toEqual(made.nodes.map(({ id }) => id).sort());
});

describe('the layout', () => {
  it('draws what flows on from left to right, the chain of a place in columns of its own', () => {
    const { nodes, lanes } = lineageGeometry(
      input(
        [node('served', 'service'), node('adapter', 'model'), node('tuned', 'model'), node('base', 'source')],
        [link('base', 'tuned'), link('tuned', 'adapter'), link('adapter', 'served')],
      ),
    );
    const order = [...nodes].sort((a, b) => a.x - b.x).map((one) => one.node.id);
    expect(order).toEqual(['base', 'tuned', 'adapter', 'served']);
    expect(lanes.map(({ place }) => place)).toEqual(['source', 'model', 'service']);
  });

  it('crosses no links that need not cross', () => {
    const places = ['source', 'model'] as const;
    const nodes = places.flatMap((place) => ['a', 'b', 'c'].map((name) => node(`${place} ${name}`, place)));
    const { nodes: placed } = lineageGeometry(
      input(nodes, [link('source a', 'model c'), link('source b', 'model b'), link('source c', 'model a')]),
    );
    const row = (id: string) => placed.find((one) => one.node.id === id)?.y;
    expect(row('source a')).toBe(row('model c'));
    expect(row('source c')).toBe(row('model a'));
  });

  it('gets by with circles and with links against the order, and says their direction right', () => {
    const geometry = lineageGeometry(
      input(
        [node('a', 'model'), node('b', 'model'), node('data', 'source')],
        [
          link('a', 'b', 'feeds'),
          link('b', 'a', 'feeds'),
          link('b', 'data', 'writes'),
          link('a', 'a', 'feeds'),
        ],
      ),
    );
    expect(linksInWords(geometry).sort()).toEqual(['a feeds b', 'b writes data']);
  });

  it('folds what would make a column too long, those with the fewest links first', () => {
    const data = Array.from({ length: 20 }, (_, at) =>
      node(`d${at}`, 'source', { kind: ['dataset', 'datasets'] }),
    );
    const { nodes, links } = lineageGeometry(
      input(
        [...data, node('m', 'model'), node('n', 'model')],
        [...data.map(({ id }) => link(id, 'm', 'trains')), link('d19', 'n', 'trains')],
      ),
    );
    const folded = nodes.find((one) => one.node.folded.length > 0)?.node;
    expect(folded?.name).toBe('+12 datasets');
    expect(nodes.filter((one) => one.node.place === 'source')).toHaveLength(9);
    expect(nodes.map((one) => one.node.id)).toContain('d19');
    expect(links.filter(({ from }) => from === folded?.id)).toHaveLength(1);
  });
});

describe('the drawing', () => {
  const hostile = '<img src=x onerror=alert(1)>';
  const long = `organisation/${'very-long-'.repeat(12)}instruct-v2`;
  const markup = renderToString(
    <LineageDrawing
      input={input(
        [node('a', 'source', { name: hostile, alert: 'Mind this.' }), node('b', 'model', { name: long })],
        [link('a', 'b', 'is fine-tuned into')],
      )}
      title="Lineage"
      id="lineage"
    />,
  );
  const svg = new JSDOM(markup).window.document;

  it('keeps names from the workspace text', () => {
    expect(svg.querySelectorAll('img')).toHaveLength(0);
    expect(svg.querySelector('text.name')?.textContent).toMatch(/^<img src.*…/u);
    expect([...svg.querySelectorAll('title')].some((title) => title.textContent.startsWith(hostile))).toBe(
      true,
    );
  });

  it('cuts a long name and has the whole of it in a title', () => {
    const shown = [...svg.querySelectorAll('text.name')].at(-1)?.textContent ?? '';
    expect(shown).toMatch(/^organisa.*….*uct-v2$/u);
    expect([...svg.querySelectorAll('title')].some((title) => title.textContent.includes(long))).toBe(true);
  });

  it('is an image with everything in words', () => {
    expect(svg.querySelector('svg')?.getAttribute('role')).toBe('img');
    expect(svg.querySelector('desc')?.textContent).toBe(`${hostile} is fine-tuned into ${long}.`);
  });

  it('marks what to mind with a shape, not with colour alone', () => {
    const [first, second] = svg.querySelectorAll('text.name');
    expect(first?.parentElement?.querySelectorAll('path.tone-partly')).toHaveLength(1);
    expect(second?.parentElement?.querySelectorAll('path.tone-partly')).toHaveLength(0);
  });
});
