import type { Size } from '../parts/use-size';

/** What a drawing is made for, and how much smaller it is shown so that it fits. */
export interface Paper extends Size {
  readonly fit: number;
  /** The stages stand in a column: a loop would not be legible. */
  readonly narrow: boolean;
}

/** A loop needs this much room to be read; marks need more. */
const LEAST = { bare: { width: 500, height: 400 }, marked: { width: 720, height: 520 } };
/** Smaller than this nothing is legible: then the drawing scrolls. */
const SMALLEST = 0.85;

/** The paper for a pane: as large as the pane, or as large as a loop needs and then shown smaller. */
export function paperSize(pane: Size, marked: boolean): Paper {
  const least = marked ? LEAST.marked : LEAST.bare;
  if (pane.width < least.width * (marked ? SMALLEST : 1)) return { ...pane, fit: 1, narrow: true };
  const fit = Math.max(SMALLEST, Math.min(1, pane.width / least.width, pane.height / least.height));
  return {
    width: Math.max(Math.round(pane.width / fit), least.width),
    height: Math.max(Math.round(pane.height / fit), least.height),
    fit,
    narrow: false,
  };
}
