import type { LineageInput, LineageNode } from './lineage-input';
import { lineageLayers } from './lineage-layers';

/** A node of the drawing: one of the input, or several of one kind that found no room. */
export interface DrawnNode extends LineageNode {
  /** The nodes it stands for; none for a node of its own. */
  readonly folded: readonly LineageNode[];
}

export interface FoldedLineage extends Omit<LineageInput, 'nodes'> {
  readonly nodes: readonly DrawnNode[];
}

/**
 * Folds what would make a column longer than `most` nodes: of the kind with the most nodes those with the fewest links stand together as
 * "+12 datasets".
 */
export function foldNodes({ nodes, links, legend }: LineageInput, most: number): FoldedLineage {
  const { layers, links: laid } = lineageLayers(nodes, links);
  const degrees = new Map<string, number>();
  for (const { left, right } of laid) {
    for (const id of [left, right]) degrees.set(id, (degrees.get(id) ?? 0) + 1);
  }
  const byDegree = (a: LineageNode, b: LineageNode) => (degrees.get(b.id) ?? 0) - (degrees.get(a.id) ?? 0);
  const standIns = new Map<string, DrawnNode>();
  layers.forEach((layer, at) => {
    for (const group of foldable(layer, most)) {
      const rest = [...group.nodes].sort(byDegree).slice(group.keep);
      const folded = group.nodes.filter((node) => rest.includes(node));
      const standIn = standInFor(folded, at);
      if (standIn) for (const { id } of folded) standIns.set(id, standIn);
    }
  });
  const drawn = new Set(nodes.map((node): DrawnNode => standIns.get(node.id) ?? { ...node, folded: [] }));
  const ids = new Map([...standIns].map(([id, standIn]) => [id, standIn.id]));
  return {
    nodes: [...drawn],
    links: links.map(({ from, to, text }) => ({ from: ids.get(from) ?? from, to: ids.get(to) ?? to, text })),
    legend,
  };
}

interface Group {
  readonly nodes: readonly LineageNode[];
  keep: number;
}

/** The kinds of a column of which some must be folded, with how many of each stay. */
function foldable(layer: readonly LineageNode[], most: number): readonly Group[] {
  const groups = new Map<string, LineageNode[]>();
  for (const node of layer) groups.set(node.kind[1], [...(groups.get(node.kind[1]) ?? []), node]);
  const kept = [...groups.values()].map((nodes): Group => ({ nodes, keep: nodes.length }));
  const room = () => kept.reduce((sum, { nodes, keep }) => sum + keep + (keep < nodes.length ? 1 : 0), 0);
  while (room() > most) {
    const largest = kept.reduce((a, b) => (b.keep > a.keep ? b : a));
    if (largest.keep === 0) break;
    // The first that goes makes room for those it stands with only together with a second one.
    largest.keep -= largest.keep === largest.nodes.length ? Math.min(2, largest.keep) : 1;
  }
  return kept.filter(({ nodes, keep }) => nodes.length - keep > 1);
}

function standInFor(folded: readonly LineageNode[], layer: number): DrawnNode | undefined {
  const [first] = folded;
  if (!first) return undefined;
  const { place, kind, tone } = first;
  const alert = folded.find((node) => node.alert !== undefined)?.alert;
  const name = `+${folded.length} ${kind[1]}`;
  const note = 'folded together';
  const id = `fold:${layer}:${kind[1]}`;
  return {
    ...{ id, place, kind, name, note, glyph: 'plus', tone, folded },
    ...(alert === undefined ? {} : { alert }),
  };
}
