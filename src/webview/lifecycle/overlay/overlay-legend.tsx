import type { LegendItem } from '../../../diagram/overlay';
import { Sign } from './sign';

interface OverlayLegendProps {
  readonly legend: readonly LegendItem[];
  /** The file in front, whose stage has a dashed ring. */
  readonly file?: string | undefined;
}

/** What the signs of an overlay mean. */
export function OverlayLegend({ legend, file }: OverlayLegendProps) {
  return (
    <ul class="overlay-legend" aria-label="Legend">
      {legend.map((item) => (
        <li key={item.text}>
          <Sign glyph={item.glyph} tone={item.tone} /> {item.text}
        </li>
      ))}
      {file !== undefined && (
        <li>
          <span class="here-sign" /> You are here: {file}
        </li>
      )}
    </ul>
  );
}
