import type { LegendItem } from '../../../diagram/overlay';
import { Sign } from './sign';

/** What the signs of an overlay mean. */
export function OverlayLegend({ legend }: { readonly legend: readonly LegendItem[] }) {
  return (
    <ul class="overlay-legend" aria-label="Legend">
      {legend.map((item) => (
        <li key={item.text}>
          <Sign glyph={item.glyph} tone={item.tone} /> {item.text}
        </li>
      ))}
    </ul>
  );
}
