import type { DrawnNode } from './fold-nodes';
import type { LineageGeometry, PlacedLink } from './lineage-geometry';
import type { LineageNode } from './lineage-input';

/** A node in words: `acme/encoder, model: open weights, pinned.` */
export function nodeInWords({ name, kind, note, alert }: LineageNode): string {
  return `${name}, ${kind[0]}${note === '' ? '' : `: ${note}`}.${alert === undefined ? '' : ` ${alert}`}`;
}

/** What a node stands for, for a tooltip and for screen readers; of folded ones the first names. */
export function spokenNode(node: DrawnNode): string {
  if (node.folded.length === 0) return nodeInWords(node);
  const names = node.folded.slice(0, MOST_NAMES).map(({ name }) => name);
  const more = node.folded.length - names.length;
  return `${node.folded.length} ${node.kind[1]}: ${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}.`;
}

const MOST_NAMES = 12;

/** Every link of a picture in words: `squad trains acme/encoder`. */
export function linksInWords({ nodes, links }: Pick<LineageGeometry, 'nodes' | 'links'>): string[] {
  const names = new Map(nodes.map(({ node }) => [node.id, nameOf(node)]));
  const nameById = (id: string) => names.get(id) ?? id;
  return links.map((link) => linkInWords(link, nameById));
}

export function linkInWords({ from, to, texts }: PlacedLink, name: (id: string) => string): string {
  return `${name(from)} ${texts.join(' and ')} ${name(to)}`;
}

function nameOf({ folded, kind, name }: DrawnNode): string {
  return folded.length === 0 ? name : `${folded.length} ${kind[1]}`;
}
