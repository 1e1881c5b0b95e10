import type { SectionRecord } from './section-record';

/** Those of a list of nodes in source order that are in a section. */
export function nodesWithin(nodes: readonly number[], { first, after }: SectionRecord): readonly number[] {
  const from = firstFrom(nodes, first);
  const until = firstFrom(nodes, after);
  return from === until ? NONE : nodes.slice(from, until);
}

const NONE: readonly number[] = [];

function firstFrom(nodes: readonly number[], node: number): number {
  let low = 0;
  let high = nodes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((nodes[middle] ?? 0) < node) low = middle + 1;
    else high = middle;
  }
  return low;
}
