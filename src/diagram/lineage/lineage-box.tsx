import { px } from '../geometry';
import { GlyphShape } from '../glyph-shape';
import { cutEnd, cutText } from './cut-text';
import { NODE_HEIGHT, NODE_WIDTH, type PlacedNode } from './lineage-geometry';

const TEXT = 28;
/** Bold letters are wider than those that widths are known of. */
const BOLD = 1.1;
const SIGN = 22;

/** The box of a node: its sign, its name, and what is known of it; a triangle where there is something to mind. */
export function LineageBox({ placed: { node, x, y } }: { readonly placed: PlacedNode }) {
  const { name, kind, note, glyph, tone, alert, folded } = node;
  const room = NODE_WIDTH - TEXT - 10;
  const known = folded.length > 0 ? note : [kind[0], note].filter((text) => text !== '').join(' · ');
  return (
    <>
      <rect
        class={folded.length > 0 ? 'box box-folded' : 'box'}
        x={px(x)}
        y={px(y)}
        width={NODE_WIDTH}
        height={NODE_HEIGHT}
        rx={6}
      />
      <GlyphShape glyph={glyph} tone={tone} x={x + 15} y={y + 16} />
      <text class="name" x={px(x + TEXT)} y={px(y + 20)}>
        {cutText(name, 13 * BOLD, alert === undefined ? room : room - SIGN)}
      </text>
      <text class="known" x={px(x + TEXT)} y={px(y + 37)}>
        {cutEnd(known, 11, room)}
      </text>
      {alert !== undefined && (
        <GlyphShape glyph="triangle" tone="partly" x={x + NODE_WIDTH - 15} y={y + 16} />
      )}
    </>
  );
}
