import { px } from '../geometry';
import { LANE_TITLES } from './lane-titles';
import type { LineageGeometry } from './lineage-geometry';
import { linkInWords } from './lineage-words';

interface LineageBackdropProps {
  readonly geometry: LineageGeometry;
  /** The node whose links stand out. */
  readonly active?: string | undefined;
}

/** Lanes and links, behind the nodes. Classes for styles: `lane`, `lane-title`, `flow`, `line`, `head`; `lit` on the links of a node. */
export function LineageBackdrop({ geometry, active }: LineageBackdropProps) {
  const names = new Map(geometry.nodes.map(({ node }) => [node.id, node.name]));
  return (
    <g aria-hidden="true">
      {geometry.lanes.map(({ place, left, width }) => (
        <g key={place}>
          <rect class="lane" x={px(left)} y={0} width={px(width)} height={px(geometry.height)} rx={10} />
          <text class="lane-title" x={px(left + 14)} y={24}>
            {LANE_TITLES[place]}
          </text>
        </g>
      ))}
      {geometry.links.map((link) => (
        <g
          key={`${link.from} ${link.to}`}
          class={active === link.from || active === link.to ? 'flow lit' : 'flow'}
        >
          <title>{linkInWords(link, (id) => names.get(id) ?? id)}</title>
          <path class="line" d={link.path} />
          <path class="head" d={link.head} />
        </g>
      ))}
    </g>
  );
}
