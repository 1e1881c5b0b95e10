import { LINEAGE_PLACES, type LineageLink, type LineageNode, type LineagePlace } from './lineage-input';

/** A link as it is laid out: from left to right, whatever its direction. */
export interface LaidLink {
  readonly left: string;
  readonly right: string;
  /** It flows from right to left: against the order of the places, or closing a circle. */
  readonly backwards: boolean;
}

export interface LineageLayers {
  /** Columns from left to right, each with its nodes in the order of the input. */
  readonly layers: readonly (readonly LineageNode[])[];
  readonly links: readonly LaidLink[];
}

/**
 * Puts nodes into columns: the places one after the other, and within a place as many columns as its longest chain needs. Two links
 * between the same nodes are one.
 */
export function lineageLayers(
  nodes: readonly LineageNode[],
  links: readonly Pick<LineageLink, 'from' | 'to'>[],
): LineageLayers {
  const places = new Map(nodes.map(({ id, place }) => [id, place]));
  const laid = orient(places, links);
  const depths = new Map<string, number>();
  let before = 0;
  for (const place of LINEAGE_PLACES) {
    const here = nodes.filter((node) => node.place === place).map(({ id }) => id);
    const within = laid.filter(
      ({ left, right }) => places.get(left) === place && places.get(right) === place,
    );
    const found = chainDepths(here, within);
    for (const [id, depth] of found) depths.set(id, before + depth);
    if (here.length > 0) before += Math.max(...found.values()) + 1;
  }
  const layers = Array.from({ length: before }, (_, at) => nodes.filter(({ id }) => depths.get(id) === at));
  return { layers, links: laid };
}

function orient(
  places: ReadonlyMap<string, LineagePlace>,
  links: readonly Pick<LineageLink, 'from' | 'to'>[],
): LaidLink[] {
  const laid = new Map<string, LaidLink>();
  /** What is to the right of a node within its place, so far. */
  const ahead = new Map<string, string[]>();
  for (const { from, to } of links) {
    const start = places.get(from);
    const end = places.get(to);
    if (start === undefined || end === undefined || from === to) continue;
    const steps = LINEAGE_PLACES.indexOf(end) - LINEAGE_PLACES.indexOf(start);
    const backwards = steps < 0 || (steps === 0 && reaches(ahead, to, from));
    const [left, right] = backwards ? [to, from] : [from, to];
    const key = JSON.stringify([left, right]);
    // Where both directions are there, the one that goes on is drawn.
    if (laid.get(key)?.backwards === false) continue;
    laid.set(key, { left, right, backwards });
    if (steps === 0) ahead.set(left, [...(ahead.get(left) ?? []), right]);
  }
  return [...laid.values()];
}

function reaches(ahead: ReadonlyMap<string, readonly string[]>, from: string, to: string): boolean {
  const seen = new Set([from]);
  // A set grows while it is walked through.
  for (const id of seen) {
    if (id === to) return true;
    for (const next of ahead.get(id) ?? []) seen.add(next);
  }
  return false;
}

/** How many links the longest chain to each node has; the links must not make a circle. */
function chainDepths(ids: readonly string[], links: readonly LaidLink[]): Map<string, number> {
  const depths = new Map(ids.map((id) => [id, 0]));
  const open = new Map(ids.map((id) => [id, links.filter(({ right }) => right === id).length]));
  const ready = ids.filter((id) => open.get(id) === 0);
  for (const id of ready) {
    for (const { left, right } of links) {
      if (left !== id) continue;
      depths.set(right, Math.max(depths.get(right) ?? 0, (depths.get(id) ?? 0) + 1));
      const left_ = (open.get(right) ?? 0) - 1;
      open.set(right, left_);
      if (left_ === 0) ready.push(right);
    }
  }
  return depths;
}
