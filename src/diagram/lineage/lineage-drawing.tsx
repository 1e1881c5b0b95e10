import { px } from '../geometry';
import { GlyphShape } from '../glyph-shape';
import { legendRows, LEGEND_STEP } from '../static/legend-rows';
import { LineageBackdrop } from './lineage-backdrop';
import { LineageBox } from './lineage-box';
import { lineageGeometry } from './lineage-geometry';
import type { LineageInput } from './lineage-input';
import { linksInWords, spokenNode } from './lineage-words';

interface LineageDrawingProps {
  readonly input: LineageInput;
  /** What the picture shows, for its text alternative. */
  readonly title: string;
  /** Begins the ids in the drawing, so that a page can hold several. */
  readonly id: string;
  /** The style sheet, where the drawing shall stand alone. */
  readonly style?: string;
}

const MARGIN = 12;

/** A lineage as a picture that nobody can click, with its legend and all it shows in words. */
export function LineageDrawing({ input, title, id, style }: LineageDrawingProps) {
  const geometry = lineageGeometry(input);
  const width = geometry.width + 2 * MARGIN;
  const legend = legendRows(
    input.legend.map(({ text }) => text),
    geometry.width,
  );
  const height = geometry.height + 2 * MARGIN + legend.length * LEGEND_STEP + 8;
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      class="lifecycle lineage"
      viewBox={`0 0 ${px(width)} ${px(height)}`}
      width={px(width)}
      height={px(height)}
      role="img"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-desc`}
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-desc`}>{`${linksInWords(geometry).join('. ')}.`}</desc>
      {style !== undefined && <style>{style}</style>}
      <rect class="paper" width={px(width)} height={px(height)} />
      <g transform={`translate(${MARGIN} ${MARGIN})`}>
        <LineageBackdrop geometry={geometry} />
        {geometry.nodes.map((placed) => (
          <g key={placed.node.id}>
            <title>{spokenNode(placed.node)}</title>
            <LineageBox placed={placed} />
          </g>
        ))}
        <g transform={`translate(0 ${px(geometry.height + 24)})`}>
          {legend.flat().map(({ text, x, y }, at) => {
            const item = input.legend[at];
            return (
              item && (
                <g key={text}>
                  <GlyphShape glyph={item.glyph} tone={item.tone} x={x + 6} y={y - 4} />
                  <text x={px(x + 16)} y={px(y)} class="legend">
                    {text}
                  </text>
                </g>
              )
            );
          })}
        </g>
      </g>
    </svg>
  );
}
