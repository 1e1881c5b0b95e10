import { useLayoutEffect, useState } from 'preact/hooks';
import type { RefObject } from 'preact';
import { followBox } from '../../shared/follow-box';

/** Rows above and below what is seen that are drawn too, so that scrolling shows no gaps. */
const MARGIN = 6;
/** Up to this many rows a plain table is quick enough. */
const PLAIN = 40;

/** First and one after the last row to draw of a table with rows of one height. */
export interface VisibleRows {
  readonly from: number;
  readonly to: number;
}

/** Follows the scrolling of `box`; all rows where there are few or nothing is laid out. */
export function useVisibleRows(box: RefObject<HTMLElement>, count: number, rowHeight: number): VisibleRows {
  const [rows, setRows] = useState<VisibleRows>({ from: 0, to: PLAIN });
  useLayoutEffect(() => {
    const element = box.current;
    if (!element || count <= PLAIN) return undefined;
    const measure = () => {
      const from = Math.max(0, Math.floor(element.scrollTop / rowHeight) - MARGIN);
      const to = Math.min(count, from + Math.ceil(element.clientHeight / rowHeight) + 2 * MARGIN);
      setRows((before) => (before.from === from && before.to === to ? before : { from, to }));
    };
    return followBox(element, measure);
  }, [box, count, rowHeight]);
  return count <= PLAIN
    ? { from: 0, to: count }
    : { from: Math.min(rows.from, count), to: Math.min(rows.to, count) };
}
