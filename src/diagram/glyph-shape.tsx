import { px } from './geometry';
import { GLYPHS } from './glyphs';
import type { Glyph, Tone } from './overlay';

interface GlyphShapeProps {
  readonly glyph: Glyph;
  readonly tone: Tone;
  readonly x: number;
  readonly y: number;
}

/** A sign in its colour, centred at a point. */
export function GlyphShape({ glyph, tone, x, y }: GlyphShapeProps) {
  const { d, line } = GLYPHS[glyph];
  return (
    <path
      class={`glyph tone-${tone}${line ? ' glyph-line' : ''}`}
      transform={`translate(${px(x)} ${px(y)})`}
      d={d}
    />
  );
}
