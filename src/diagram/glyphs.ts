import type { Glyph } from './overlay';

/** A sign on a 10 x 10 grid around 0 0. `line` is stroked, otherwise it is filled. */
interface GlyphShape {
  readonly d: string;
  readonly line?: true;
}

/** Shapes that differ enough to be told apart without colour, also when they are small. */
export const GLYPHS: Readonly<Record<Glyph, GlyphShape>> = {
  dot: { d: 'M-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0Z' },
  ring: { d: 'M-3.6 0a3.6 3.6 0 1 0 7.2 0a3.6 3.6 0 1 0-7.2 0Z', line: true },
  square: { d: 'M-3.8-3.8h7.6v7.6h-7.6Z' },
  diamond: { d: 'M0-4.8 4.8 0 0 4.8-4.8 0Z' },
  triangle: { d: 'M0-4.6 4.9 4.1h-9.8Z' },
  star: { d: 'M0-5 1.5-1.7 5-1.4 2.3.9 3.1 4.4 0 2.5-3.1 4.4-2.3.9-5-1.4-1.5-1.7Z' },
  shield: { d: 'M0-4.8 4.2-3.4v3c0 2.5-1.8 4.2-4.2 5.2-2.4-1-4.2-2.7-4.2-5.2v-3Z' },
  check: { d: 'M-4.2.4-1.4 3.2 4.3-3.2', line: true },
  plus: { d: 'M0-4.2v8.4M-4.2 0h8.4', line: true },
  minus: { d: 'M-4.2 0h8.4', line: true },
  pen: { d: 'M-4.6 4.6-3.6 1 2-4.6 4.6-2-1 3.6Z' },
};
