import { px, type NodeGeometry } from '../geometry';
import type { StageOverlay } from '../overlay';
import { shortCount } from '../short-count';
import { StageMarks } from '../stage-marks';

interface DrawnStageProps {
  readonly node: NodeGeometry;
  /** What the overlay says of it; undefined without an overlay. */
  readonly overlay: StageOverlay | undefined;
  /** Number of findings in the workspace. */
  readonly findings: number;
}

/** A stage of a drawing that nobody can click. */
export function DrawnStage({ node, overlay, findings }: DrawnStageProps) {
  const { stage, x, y, radius, label, domain } = node;
  const circle = { cx: px(x), cy: px(y), r: radius };
  return (
    <g class={`stage domain-${domain % 4}${overlay ? ` weight-${overlay.weight}` : ''}`}>
      <g>
        <title>{`${stage.number} ${stage.title}: ${overlay?.spoken ?? stage.summary}`}</title>
        <circle class="disc" {...circle} />
        <circle class="tint" {...circle} />
        <text class="number" x={px(x)} y={px(y + 5)} text-anchor="middle">
          {stage.number}
        </text>
        {label.lines.map((line, at) => (
          <text key={line} class="title" x={px(label.x)} y={px(label.y + at * 16)} text-anchor={label.anchor}>
            {line}
          </text>
        ))}
      </g>
      {findings > 0 && <Count count={findings} node={node} />}
      <StageMarks pills={node.pills} />
    </g>
  );
}

function Count({ count, node: { badge } }: { readonly count: number; readonly node: NodeGeometry }) {
  const text = shortCount(count);
  const width = 14 + text.length * 7;
  return (
    <g class="count">
      <title>{count === 1 ? '1 finding' : `${count} findings`}</title>
      <rect x={px(badge.x - width / 2)} y={px(badge.y - 9)} width={px(width)} height={18} rx={9} />
      <text x={px(badge.x)} y={px(badge.y + 4)} text-anchor="middle">
        {text}
      </text>
    </g>
  );
}
