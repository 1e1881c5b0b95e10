import { px, type DiagramGeometry } from '../geometry';
import { legendFits } from '../hub-room';
import { textWidth } from '../text-width';
import { wrapText } from './wrap-text';

const LINE = 21;
const SWATCH = 18;

interface DrawnHubProps {
  readonly geometry: DiagramGeometry;
  /** A remark on the whole drawing. */
  readonly note: string | undefined;
}

/** The middle of the loop: the names of the domains in their colours, where there is room for them. */
export function DrawnHub({ geometry: { hub, domains }, note }: DrawnHubProps) {
  if (!hub) return null;
  const unique = [...new Map(domains.map((domain) => [domain.name, domain])).values()];
  const names = unique.map(({ name }) => name);
  const remark = note === undefined ? [] : wrapText(note, 12, hub.width * 0.8);
  const shown = legendFits(hub, names) ? unique : [];
  const width = Math.max(0, ...names.map((name) => SWATCH + textWidth(name, 12)));
  const left = hub.x - width / 2;
  const top = hub.y - ((shown.length + remark.length - 1) * LINE) / 2;
  return (
    <g class="hub">
      {remark.map((line, at) => (
        <text key={line} class="quiet" x={px(hub.x)} y={px(top + at * LINE)} text-anchor="middle">
          {line}
        </text>
      ))}
      {shown.map((domain, at) => {
        const y = top + (at + remark.length) * LINE;
        return (
          <g key={domain.name}>
            <circle class={`swatch domain-${domain.index % 4}`} cx={px(left + 6)} cy={px(y - 4)} r={5} />
            <text x={px(left + SWATCH)} y={px(y)} class="legend">
              {domain.name}
            </text>
          </g>
        );
      })}
    </g>
  );
}
