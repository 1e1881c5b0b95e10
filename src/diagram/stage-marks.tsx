import { px, type PillGeometry } from './geometry';
import { GlyphShape } from './glyph-shape';
import type { EntryRef } from '../catalog/entry-ref';
import { GLYPH_GAP, GLYPH_SIZE, PILL_PADDING } from './pill-rows';

interface StageMarksProps {
  readonly pills: readonly PillGeometry[];
  /** Called for a mark that leads to a page; without it nothing can be clicked. */
  readonly onOpen?: (ref: EntryRef) => void;
}

/**
 * The marks of an overlay at one stage. Classes for styles: `mark`, `mark-open` (can be clicked), `mark-more`, and on the
 * sign `glyph`, `glyph-line` (to be stroked) and `tone-*`. Everything the marks say is also in the detail pane, so that
 * they are hidden from screen readers and take no tab stop.
 */
export function StageMarks({ pills, onOpen }: StageMarksProps) {
  if (pills.length === 0) return null;
  return (
    <g class="marks" aria-hidden="true">
      {pills.map((pill, at) => (
        <Pill key={at} pill={pill} onOpen={onOpen} />
      ))}
    </g>
  );
}

function Pill({ pill, onOpen }: { readonly pill: PillGeometry; readonly onOpen: StageMarksProps['onOpen'] }) {
  const { x, y, width, height, mark, more } = pill;
  const middle = y + height / 2;
  const box = <rect x={px(x)} y={px(y)} width={px(width)} height={px(height)} rx={px(height / 2)} />;
  if (!mark) {
    return (
      <g class="mark mark-more">
        <title>{`${more.length} more: ${more.map(({ label }) => label).join(', ')}`}</title>
        {box}
        <text x={px(x + width / 2)} y={px(middle + 4)} text-anchor="middle">
          {`+${more.length}`}
        </text>
      </g>
    );
  }
  const { ref } = mark;
  const open =
    ref && onOpen
      ? (event: MouseEvent) => {
          // The stage around it would open its own page.
          event.stopPropagation();
          onOpen(ref);
        }
      : undefined;
  return (
    <g class={open ? 'mark mark-open' : 'mark'} {...(open ? { onClick: open } : {})}>
      <title>{mark.title}</title>
      {box}
      <GlyphShape glyph={mark.glyph} tone={mark.tone} x={x + PILL_PADDING + GLYPH_SIZE / 2} y={middle} />
      <text x={px(x + PILL_PADDING + GLYPH_SIZE + GLYPH_GAP)} y={px(middle + 4)}>
        {mark.label}
      </text>
    </g>
  );
}
