import type { Lifecycle, Stage } from '../../catalog/schema/lifecycle';
import { Backdrop, FlowEdges, Stores } from '../backdrop';
import { columnGeometry } from '../column-geometry';
import { px, type DiagramGeometry, type MarkWishes } from '../geometry';
import { GlyphShape } from '../glyph-shape';
import { layoutFor } from '../layouts';
import { loopGeometry } from '../loop-geometry';
import type { Overlay } from '../overlay';
import { DrawnHub } from './drawn-hub';
import { DrawnStage } from './drawn-stage';
import { legendRows, LEGEND_FONT, LEGEND_STEP } from './legend-rows';
import { wrapText } from './wrap-text';

/** Below this width the stages stand in a column. */
const COLUMN_BELOW = 560;
/** From this width on there is room for the names of what flows back. */
const LABELLED_FROM = 900;
const MARGIN = 24;
const LINE = 18;

export interface LifecycleDrawingProps {
  readonly lifecycle: Lifecycle;
  readonly stages: readonly Stage[];
  readonly overlay: Overlay | undefined;
  /** Number of findings by stage. */
  readonly findings: Readonly<Record<string, number>>;
  readonly width: number;
  /** Of a loop; a column is as high as it needs to be. */
  readonly height: number;
  /** The line at the bottom that says where it comes from. */
  readonly source: string;
  /** The style sheet, where the drawing shall stand alone. */
  readonly style: string | undefined;
  /** Begins the ids in the drawing, so that a page can hold several. */
  readonly id: string;
}

/** A lifecycle with an overlay as a picture: heading, diagram, legend and where it comes from. */
export function LifecycleDrawing(props: LifecycleDrawingProps) {
  const { lifecycle, stages, overlay, findings, width, style, id } = props;
  const inner = width - 2 * MARGIN;
  const question = overlay ? wrapText(overlay.question, LEGEND_FONT + 1, inner) : [];
  const head = 44 + (overlay ? LINE + question.length * LINE : 0);
  const legend = legendRows(overlay?.legend.map(({ text }) => text) ?? [], inner);
  const source = wrapText(props.source, 11, inner);
  const foot = legend.length * LEGEND_STEP + source.length * 15 + 28;
  const geometry = geometryOf(props, props.height - head - foot);
  const height = geometry.height + head + foot;
  const touched =
    overlay === undefined || stages.some((stage) => (overlay.stages.get(stage.id)?.weight ?? 0) > 0);
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      class="lifecycle"
      viewBox={`0 0 ${width} ${px(height)}`}
      width={width}
      height={px(height)}
      role="img"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-desc`}
    >
      <title id={`${id}-title`}>{overlay ? `${lifecycle.title}: ${overlay.title}` : lifecycle.title}</title>
      <desc id={`${id}-desc`}>{describe(stages, overlay)}</desc>
      {style !== undefined && <style>{style}</style>}
      <rect class="paper" width={width} height={px(height)} />
      <text class="heading" x={MARGIN} y={36}>
        {lifecycle.title}
      </text>
      {overlay && (
        <text class="layer" x={MARGIN} y={36 + LINE + 3}>
          {overlay.title}
        </text>
      )}
      {question.map((line, at) => (
        <text key={line} class="quiet" x={MARGIN} y={36 + 3 + (2 + at) * LINE}>
          {line}
        </text>
      ))}
      <g class={geometry.orientation} transform={`translate(0 ${head})`}>
        <Backdrop geometry={geometry} ringActive={false} />
        <FlowEdges flows={geometry.flows} active={undefined} />
        <Stores geometry={geometry} />
        {geometry.flows
          .filter((flow) => (flow.kind === 'return' || flow.kind === 'cross') && width >= LABELLED_FROM)
          .map((flow) => (
            <text
              key={flow.label}
              class={`flow-label label-${flow.kind}`}
              x={px(flow.middle.x)}
              y={px(flow.middle.y + 4)}
              text-anchor="middle"
            >
              {flow.label}
            </text>
          ))}
        <DrawnHub
          geometry={geometry}
          note={touched ? undefined : 'Nothing of this overlay touches this lifecycle.'}
        />
        {geometry.nodes.map((node) => (
          <DrawnStage
            key={node.stage.id}
            node={node}
            overlay={overlay?.stages.get(node.stage.id)}
            findings={findings[node.stage.id] ?? 0}
          />
        ))}
      </g>
      <g transform={`translate(${MARGIN} ${px(head + geometry.height + 18)})`}>
        {legend.flat().map(({ text, x, y }, at) => {
          const item = overlay?.legend[at];
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
        {source.map((line, at) => (
          <text
            key={line}
            class="quiet small"
            x={px(inner / 2)}
            y={px(legend.length * LEGEND_STEP + at * 15)}
            text-anchor="middle"
          >
            {line}
          </text>
        ))}
      </g>
    </svg>
  );
}

function geometryOf(
  { lifecycle, stages, overlay, width }: LifecycleDrawingProps,
  height: number,
): DiagramGeometry {
  const layout = layoutFor(lifecycle);
  const wishes: MarkWishes | undefined = overlay && {
    marks: new Map([...overlay.stages].map(([id, { marks }]) => [id, marks])),
    notes: false,
  };
  if (width < COLUMN_BELOW) return columnGeometry(lifecycle, stages, layout, width, wishes);
  return loopGeometry(lifecycle, stages, layout, { width, height }, wishes);
}

/** The drawing in words. */
function describe(stages: readonly Stage[], overlay: Overlay | undefined): string {
  const lines = stages.map(({ id, number, title }) => {
    const said = overlay?.stages.get(id)?.spoken;
    return said === undefined ? `${number} ${title}` : `${number} ${title}: ${said}`;
  });
  return `${lines.join('. ')}.`;
}
