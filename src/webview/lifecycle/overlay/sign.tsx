import { GlyphShape } from '../../../diagram/glyph-shape';
import type { Glyph, Tone } from '../../../diagram/overlay';

/** The sign of a mark, by shape and colour; the text beside it says the same. */
export function Sign({ glyph, tone }: { readonly glyph: Glyph; readonly tone: Tone }) {
  return (
    <svg class="sign" viewBox="-6 -6 12 12" width="12" height="12" aria-hidden="true">
      <GlyphShape glyph={glyph} tone={tone} x={0} y={0} />
    </svg>
  );
}
