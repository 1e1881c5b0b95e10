import { arrowHead, px, type Point } from '../geometry';
import { foldNodes, type DrawnNode } from './fold-nodes';
import {
  LINEAGE_PLACES,
  type LineageInput,
  type LineageLink,
  type LineageNode,
  type LineagePlace,
} from './lineage-input';
import { lineageLayers, type LaidLink } from './lineage-layers';
import { mean, orderLayers, type OrderedLayers, type Piece, type Slot } from './lineage-order';
import { spread } from './spread';

export const NODE_WIDTH = 196;
export const NODE_HEIGHT = 46;

/** A node with the upper left corner of its box. */
export interface PlacedNode extends Point {
  readonly node: DrawnNode;
}

export interface PlacedLink {
  readonly from: string;
  readonly to: string;
  readonly path: string;
  readonly head: string;
  /** Every link of the input that it stands for, in words of the input. */
  readonly texts: readonly string[];
}

/** The columns of one place. */
export interface PlacedLane {
  readonly place: LineagePlace;
  readonly left: number;
  readonly width: number;
}

/** Where everything of the picture is drawn, in pixels. Nodes stand in reading order: column by column, from top to bottom. */
export interface LineageGeometry {
  readonly width: number;
  readonly height: number;
  readonly lanes: readonly PlacedLane[];
  readonly nodes: readonly PlacedNode[];
  readonly links: readonly PlacedLink[];
}

const MOST_IN_COLUMN = 9;
const COLUMN_GAP = 64;
const ROW_GAP = 16;
const LANE_PADDING = 14;
const TOP = 44;
const BOTTOM = 16;
const PASSING_HEIGHT = 6;
const ROUNDS = 6;

/** Lays a lineage out: the same input gives the same picture, and no two boxes touch. */
export function lineageGeometry(input: LineageInput): LineageGeometry {
  const { nodes, links } = foldNodes(input, MOST_IN_COLUMN);
  const { layers, links: laid } = lineageLayers(nodes, links);
  const ordered = orderLayers(
    layers.map((layer) => layer.map(({ id }) => id)),
    laid,
  );
  const rows = rowsOf(ordered);
  const columns = layers.map((_, at) => LANE_PADDING + at * (NODE_WIDTH + COLUMN_GAP));
  const byId = new Map(nodes.map((node) => [node.id, node] as const));
  const columnOf = new Map(
    ordered.layers.flatMap((layer, at) => layer.map(({ id }) => [id, columns[at] ?? 0] as const)),
  );
  const at = (id: string): Point => ({ x: columnOf.get(id) ?? 0, y: rows.get(id) ?? 0 });
  const placed = ordered.layers.flatMap((layer) =>
    layer.flatMap(({ id }): PlacedNode[] => {
      const node = byId.get(id);
      const { x, y } = at(id);
      return node ? [{ node, x, y: y - NODE_HEIGHT / 2 }] : [];
    }),
  );
  const bottom = Math.max(TOP, ...placed.map(({ y }) => y + NODE_HEIGHT));
  return {
    width: layers.length * (NODE_WIDTH + COLUMN_GAP) - COLUMN_GAP + 2 * LANE_PADDING,
    height: bottom + BOTTOM,
    lanes: lanesOf(layers, columns),
    nodes: placed,
    links: laid.map((link, index) => placeLink(link, links, (ordered.ways[index] ?? []).map(at))),
  };
}

/** The centre of each slot, from top to bottom. */
function rowsOf({ layers, pieces }: OrderedLayers): Map<string, number> {
  const rows = new Map<string, number>();
  for (const layer of layers) setRows(rows, layer, () => 0);
  const neighbours = neighboursOf(pieces);
  for (let round = 0; round < ROUNDS; round++) {
    for (const layer of round % 2 === 0 ? layers : [...layers].reverse()) {
      setRows(
        rows,
        layer,
        ({ id }) => mean((neighbours.get(id) ?? []).map((one) => rows.get(one) ?? 0)) ?? rows.get(id) ?? 0,
      );
    }
  }
  const sizes = layers.flat().map((slot) => (rows.get(slot.id) ?? 0) - sizeOf(slot) / 2);
  const shift = TOP - Math.min(...sizes);
  return new Map([...rows].map(([id, row]) => [id, Math.round(row + shift)]));
}

function setRows(rows: Map<string, number>, layer: readonly Slot[], wish: (slot: Slot) => number): void {
  const centres = spread(
    layer.map((slot) => ({ wish: wish(slot), size: sizeOf(slot) })),
    ROW_GAP,
  );
  layer.forEach(({ id }, at) => rows.set(id, centres[at] ?? 0));
}

function sizeOf({ passing }: Slot): number {
  return passing ? PASSING_HEIGHT : NODE_HEIGHT;
}

function neighboursOf(pieces: readonly Piece[]): Map<string, string[]> {
  const neighbours = new Map<string, string[]>();
  for (const { left, right } of pieces) {
    neighbours.set(left, [...(neighbours.get(left) ?? []), right]);
    neighbours.set(right, [...(neighbours.get(right) ?? []), left]);
  }
  return neighbours;
}

function lanesOf(layers: readonly (readonly LineageNode[])[], columns: readonly number[]): PlacedLane[] {
  return LINEAGE_PLACES.flatMap((place) => {
    const mine = columns.filter((_, at) => layers[at]?.[0]?.place === place);
    const [first] = mine;
    const last = mine.at(-1);
    if (first === undefined || last === undefined) return [];
    return [{ place, left: first - LANE_PADDING, width: last - first + NODE_WIDTH + 2 * LANE_PADDING }];
  });
}

/** A line through the slots of its way: level across each column, curved between them. */
function placeLink(
  { left, right, backwards }: LaidLink,
  links: readonly LineageLink[],
  way: readonly Point[],
): PlacedLink {
  const [from, to] = backwards ? [right, left] : [left, right];
  const [start, ...rest] = way;
  const end = way.at(-1) ?? { x: 0, y: 0 };
  let path = start ? `M${px(start.x + NODE_WIDTH)} ${px(start.y)}` : '';
  let before: Point = { x: (start?.x ?? 0) + NODE_WIDTH, y: start?.y ?? 0 };
  for (const point of rest) {
    const middle = (before.x + point.x) / 2;
    path += ` C${px(middle)} ${px(before.y)} ${px(middle)} ${px(point.y)} ${px(point.x)} ${px(point.y)}`;
    if (point !== end) path += ` H${px(point.x + NODE_WIDTH)}`;
    before = { x: point.x + NODE_WIDTH, y: point.y };
  }
  const head =
    backwards && start ? arrowHead({ x: start.x + NODE_WIDTH, y: start.y }, Math.PI) : arrowHead(end, 0);
  const texts = links.filter((link) => link.from === from && link.to === to).map(({ text }) => text);
  return { from, to, path, head, texts: [...new Set(texts)] };
}
