import { ZOOM } from './panel-state';

const STEP = 1.25;

/** `size` made larger or smaller by some steps, within what the panel can show. */
export function zoomBy(size: number, steps: number): number {
  const next = size * STEP ** steps;
  // Steps up and down again lead back to the size that fits, whatever was lost in rounding.
  const tidy = Math.abs(next - 1) < 0.02 ? 1 : next;
  return Math.min(ZOOM.most, Math.max(ZOOM.least, tidy));
}
