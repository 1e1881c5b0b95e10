import type { LaidLink } from './lineage-layers';

/** A place in a column: a node, or where links pass through the column on their way. */
export interface Slot {
  readonly id: string;
  readonly passing: boolean;
}

/** A piece of a link between two neighbouring columns. */
export interface Piece {
  readonly left: string;
  readonly right: string;
}

export interface OrderedLayers {
  readonly layers: readonly (readonly Slot[])[];
  readonly pieces: readonly Piece[];
  /** The slots that each link runs through, its ends included, in the order of the links. */
  readonly ways: readonly (readonly string[])[];
}

const SWEEPS = 8;

/** Orders the nodes of each column so that few links cross: each goes to the middle of its neighbours, back and forth. */
export function orderLayers(
  columns: readonly (readonly string[])[],
  links: readonly LaidLink[],
): OrderedLayers {
  const { layers, ways } = withPassing(columns, links);
  const pieces = piecesOf(ways);
  let best = layers;
  let fewest = crossings(layers, pieces);
  let order = layers;
  for (let sweep = 0; sweep < SWEEPS && fewest > 0; sweep++) {
    order = sweepOnce(order, pieces, sweep % 2 === 0);
    const crossed = crossings(order, pieces);
    if (crossed < fewest) [best, fewest] = [order, crossed];
  }
  return { layers: best, pieces, ways };
}

/** Links over several columns get slots in those between; all that leave one node share theirs, so that they look like one line. */
function withPassing(columns: readonly (readonly string[])[], links: readonly LaidLink[]) {
  const layers: Slot[][] = columns.map((column) => column.map((id) => ({ id, passing: false })));
  const layerOf = new Map(columns.flatMap((column, at) => column.map((id) => [id, at] as const)));
  const known = new Set<string>();
  const ways = links.map(({ left, right }) => {
    const way = [left];
    for (let at = (layerOf.get(left) ?? 0) + 1; at < (layerOf.get(right) ?? 0); at++) {
      const id = `${left} passing ${at}`;
      if (!known.has(id)) layers[at]?.push({ id, passing: true });
      known.add(id);
      way.push(id);
    }
    return [...way, right];
  });
  return { layers, ways };
}

function piecesOf(ways: readonly (readonly string[])[]): Piece[] {
  const pieces = new Map<string, Piece>();
  for (const way of ways) {
    way.slice(1).forEach((right, at) => {
      const left = way[at] ?? '';
      pieces.set(JSON.stringify([left, right]), { left, right });
    });
  }
  return [...pieces.values()];
}

function sweepOnce(
  layers: readonly (readonly Slot[])[],
  pieces: readonly Piece[],
  onwards: boolean,
): Slot[][] {
  const result = layers.map((layer) => [...layer]);
  const [from, to] = onwards ? (['left', 'right'] as const) : (['right', 'left'] as const);
  const neighbours = new Map<string, string[]>();
  for (const piece of pieces) neighbours.set(piece[to], [...(neighbours.get(piece[to]) ?? []), piece[from]]);
  for (let step = 1; step < result.length; step++) {
    const at = onwards ? step : result.length - 1 - step;
    const beside = places(result[onwards ? at - 1 : at + 1] ?? []);
    const layer = result[at] ?? [];
    const middle = new Map(
      layer.map(({ id }, place) => [
        id,
        mean((neighbours.get(id) ?? []).map((one) => beside.get(one) ?? 0)) ?? place,
      ]),
    );
    layer.sort((a, b) => (middle.get(a.id) ?? 0) - (middle.get(b.id) ?? 0));
  }
  return result;
}

function crossings(layers: readonly (readonly Slot[])[], pieces: readonly Piece[]): number {
  let count = 0;
  for (const [at, layer] of layers.entries()) {
    const here = places(layer);
    const next = places(layers[at + 1] ?? []);
    const ends = pieces.flatMap(({ left, right }) => {
      const start = here.get(left);
      const end = next.get(right);
      return start === undefined || end === undefined ? [] : [[start, end] as const];
    });
    ends.forEach(([a, b], one) => {
      for (const [c, d] of ends.slice(one + 1)) if ((a - c) * (b - d) < 0) count++;
    });
  }
  return count;
}

function places(layer: readonly Slot[]): Map<string, number> {
  return new Map(layer.map(({ id }, at) => [id, at]));
}

/** Undefined for no values. */
export function mean(values: readonly number[]): number | undefined {
  return values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0) / values.length;
}
