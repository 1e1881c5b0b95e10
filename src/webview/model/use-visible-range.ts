import { useLayoutEffect, useState } from 'preact/hooks';
import type { RefObject } from 'preact';
import { followBox } from '../shared/follow-box';

/** Rows above and below what is seen that are drawn too, so that scrolling shows no gaps. */
const MARGIN = 8;
/** What is seen before anything is laid out. */
const ASSUMED = 40;
/** Browsers draw nothing that is taller than some ten million pixels: longer lists are scrolled in larger steps. */
export const TALLEST = 8_000_000;

export interface VisibleRange {
  /** First and one after the last row to draw. */
  readonly from: number;
  readonly to: number;
  /** Where the first of them stands, in pixels. */
  readonly top: number;
  /** Height of the whole list, in pixels. */
  readonly height: number;
}

/** Which rows of one height are seen in a box that scrolls. */
export function useVisibleRange(box: RefObject<HTMLElement>, count: number, rowHeight: number): VisibleRange {
  const [view, setView] = useState({ top: 0, rows: ASSUMED });
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const measure = () => {
      const rows = element.clientHeight > 0 ? Math.ceil(element.clientHeight / rowHeight) : ASSUMED;
      const top = element.scrollTop;
      setView((before) => (before.top === top && before.rows === rows ? before : { top, rows }));
    };
    return followBox(element, measure);
  }, [box, count, rowHeight]);
  return visibleRange(view.top, view.rows, count, rowHeight);
}

/** The rows that are seen at a scroll position. */
export function visibleRange(
  scrollTop: number,
  rows: number,
  count: number,
  rowHeight: number,
): VisibleRange {
  const height = Math.min(count * rowHeight, TALLEST);
  const room = Math.max(1, height - rows * rowHeight);
  const isShrunk = height < count * rowHeight;
  const first = isShrunk
    ? Math.round((Math.min(scrollTop, room) / room) * Math.max(0, count - rows))
    : Math.floor(scrollTop / rowHeight);
  const from = Math.max(0, Math.min(first, count) - MARGIN);
  const to = Math.min(count, first + rows + MARGIN);
  const top = isShrunk
    ? Math.max(0, Math.min(scrollTop, room) - (first - from) * rowHeight)
    : from * rowHeight;
  return { from, to, top, height };
}

/** The scroll position at which a row is in sight. */
export function scrollTopOf(row: number, rows: number, count: number, rowHeight: number): number {
  const before = Math.max(0, row - Math.floor(rows / 3));
  if (count * rowHeight <= TALLEST) return before * rowHeight;
  return Math.min(1, before / Math.max(1, count - rows)) * (TALLEST - rows * rowHeight);
}
