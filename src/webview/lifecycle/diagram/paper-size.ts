import type { Size } from '../parts/use-size';

/** What a drawing is made for, and how much smaller it is shown so that it fits. */
export interface Paper extends Size {
  readonly fit: number;
}

/** A loop needs this much room to be read; marks need more. */
const LEAST = { bare: { width: 500, height: 400 }, marked: { width: 720, height: 520 } };
/** Smaller than this nothing is legible: then the drawing scrolls. */
const SMALLEST = 0.85;
/** Below this width the stages stand in a column, which needs no more than the width it is given. */
const COLUMN_BELOW = 500;

/** The paper for a pane: as large as the pane, or as large as a loop needs and then shown smaller. */
export function paperSize(pane: Size, marked: boolean): Paper {
  if (pane.width < COLUMN_BELOW) return { ...pane, fit: 1 };
  const least = marked ? LEAST.marked : LEAST.bare;
  const fit = Math.max(SMALLEST, Math.min(1, pane.width / least.width, pane.height / least.height));
  return {
    width: Math.max(Math.round(pane.width / fit), least.width),
    height: Math.max(Math.round(pane.height / fit), least.height),
    fit,
  };
}
