import type { Box } from './box';
import type { Anchor, PillGeometry } from './geometry';
import type { Mark } from './overlay';
import { textWidth } from './text-width';

export const PILL_HEIGHT = 18;
/** From one row of pills to the next. */
export const PILL_STEP = 22;
/** Size of the text in a pill, and of the sign before it. */
export const PILL_FONT = 11;
export const GLYPH_SIZE = 10;
export const PILL_PADDING = 7;
export const GLYPH_GAP = 4;
const GAP = 5;

/** Where a row of pills may stand. */
export interface RowRoom {
  readonly top: number;
  readonly left: number;
  readonly right: number;
}

/** A row with the marks that were put into it. */
export interface PillRow extends RowRoom {
  readonly marks: readonly Mark[];
}

/** How many of `marks`, from the first on, stand beside each other in `width`. */
export function fitting(marks: readonly Mark[], width: number): number {
  let used = -GAP;
  const fits = marks.findIndex((mark) => (used += GAP + pillWidth(mark)) > width);
  return fits === -1 ? marks.length : fits;
}

/** The rectangle that the pills of a row take, with room for the number of those left out. */
export function rowBox(row: PillRow, left: readonly Mark[], anchor: Anchor): Box {
  const used = row.marks.reduce((sum, mark) => sum + pillWidth(mark) + GAP, -GAP);
  const width = Math.min(row.right - row.left, used + (left.length > 0 ? GAP + moreWidth(left.length) : 0));
  const bottom = row.top + PILL_HEIGHT;
  if (anchor === 'start') return { ...row, right: row.left + width, bottom };
  if (anchor === 'end') return { ...row, left: row.right - width, bottom };
  const middle = (row.left + row.right) / 2;
  return { top: row.top, left: middle - width / 2, right: middle + width / 2, bottom };
}

/** The pills of some rows. Where marks are left over, the last pill says how many. */
export function pillsOf(rows: readonly PillRow[], left: readonly Mark[], anchor: Anchor): PillGeometry[] {
  return rows.flatMap((row, at) => {
    const last = at === rows.length - 1;
    return last && left.length > 0
      ? lineUp(row, anchor, ...withMore(row, left))
      : lineUp(row, anchor, row.marks, []);
  });
}

function pillWidth({ label }: Mark): number {
  return 2 * PILL_PADDING + GLYPH_SIZE + GLYPH_GAP + textWidth(label, PILL_FONT);
}

/** Takes marks out of a row until the number of those left out finds its place. */
function withMore({ marks, left, right }: PillRow, over: readonly Mark[]): [Mark[], readonly Mark[]] {
  const kept = [...marks];
  const more = [...over];
  while (kept.length > 0) {
    const used = kept.reduce((sum, mark) => sum + pillWidth(mark) + GAP, 0);
    if (used + moreWidth(more.length) <= right - left) break;
    const out = kept.pop();
    if (out) more.unshift(out);
  }
  return [kept, more];
}

/** How wide the pill is that says how many marks are left out. */
export function moreWidth(count: number): number {
  return 2 * PILL_PADDING + textWidth(`+${count}`, PILL_FONT);
}

function lineUp(
  { top, left, right }: RowRoom,
  anchor: Anchor,
  marks: readonly Mark[],
  more: readonly Mark[],
): PillGeometry[] {
  const sizes = [
    ...marks.map((mark) => ({ mark, more: [], width: pillWidth(mark) })),
    ...(more.length > 0 ? [{ mark: undefined, more, width: moreWidth(more.length) }] : []),
  ];
  const total = sizes.reduce((sum, { width }) => sum + width + GAP, -GAP);
  let x = anchor === 'start' ? left : anchor === 'end' ? right - total : (left + right - total) / 2;
  return sizes.map((size) => {
    const pill = { ...size, x, y: top, height: PILL_HEIGHT };
    x += size.width + GAP;
    return pill;
  });
}
