import { LANE_TITLES } from '../../diagram/lineage/lane-titles';
import type { DrawnNode } from '../../diagram/lineage/fold-nodes';
import { lineageGeometry } from '../../diagram/lineage/lineage-geometry';
import type { LineageInput } from '../../diagram/lineage/lineage-input';
import { mermaidText } from '../lifecycle/mermaid-text';

/** Renderers refuse a diagram with more than 500 edges as a whole. */
const MOST_LINKS = 450;

/**
 * A lineage as a Mermaid flowchart in a fenced block, for a README: the same boxes as in the picture, in the columns of their places,
 * with what one does for the other at the arrows.
 */
export function lineageMermaid(input: LineageInput, title: string): string {
  const { lanes, nodes, links } = lineageGeometry(input);
  const names = new Map(nodes.map(({ node }, at) => [node.id, `n${at + 1}`]));
  const shown = links.slice(0, MOST_LINKS);
  const lines = [
    '```mermaid',
    'flowchart LR',
    `  accTitle: ${mermaidText(title)}`,
    ...lanes.flatMap(({ place }) => [
      `  subgraph ${place}["${LANE_TITLES[place]}"]`,
      ...nodes
        .filter(({ node }) => node.place === place)
        .map(({ node }) => `    ${names.get(node.id) ?? ''}["${nodeText(node)}"]`),
      '  end',
    ]),
    ...shown.map(({ from, to, texts }) => {
      const label = mermaidText(texts.join(', '));
      return `  ${names.get(from) ?? ''} -->|"${label}"| ${names.get(to) ?? ''}`;
    }),
    ...(links.length > shown.length ? [`  %% ${links.length - shown.length} more arrows are left out`] : []),
    '```',
  ];
  return `${lines.join('\n')}\n`;
}

function nodeText({ name, kind, note, folded }: DrawnNode): string {
  if (folded.length > 0) return mermaidText(name);
  const known = [kind[0], note].filter((text) => text !== '').join(', ');
  return `${mermaidText(name)}<br/>${mermaidText(known)}`;
}
