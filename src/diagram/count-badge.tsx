import { px, type Point } from './geometry';
import { SEVERITY_OUTLINES, type BadgeSeverity } from './severity-outlines';
import { shortCount } from './short-count';

interface CountBadgeProps {
  readonly count: { readonly total: number; readonly worst: BadgeSeverity | undefined };
  readonly at: Point;
}

const HEIGHT = 18;
const ICON = 11;

/** Shape of the worst severity and the number of findings, centred at a point. Nothing for no findings. */
export function CountBadge({ count, at }: CountBadgeProps) {
  if (count.worst === undefined) return null;
  const text = shortCount(count.total);
  const width = ICON + 13 + text.length * 6.6;
  const left = at.x - width / 2;
  return (
    <g class={`badge severity-${count.worst}`} aria-hidden="true">
      <rect x={px(left)} y={px(at.y - HEIGHT / 2)} width={px(width)} height={HEIGHT} rx={HEIGHT / 2} />
      <g transform={`translate(${px(left + 5)} ${px(at.y - ICON / 2)}) scale(${ICON / 16})`}>
        <path class="badge-icon" d={SEVERITY_OUTLINES[count.worst]} />
      </g>
      <text x={px(left + ICON + 8)} y={px(at.y + 4)}>
        {text}
      </text>
    </g>
  );
}
