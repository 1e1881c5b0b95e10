import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { scrollTopOf, useVisibleRange } from './use-visible-range';

const ROW_HEIGHT = 22;

interface VirtualTableProps {
  readonly label: string;
  readonly columns: readonly string[];
  /** Tracks of a grid, one for each column. */
  readonly widths: string;
  readonly count: number;
  /** Cells of a row; undefined while they are on their way. */
  readonly row: (at: number) => readonly ComponentChildren[] | undefined;
  readonly rowClass?: (at: number) => string;
  /** A row to bring into sight; another `key` brings it there again. */
  readonly reveal?: { readonly row: number; readonly key: number } | undefined;
  /** Told which rows are drawn. */
  readonly onRange?: (from: number, to: number) => void;
}

/** A table of any length, of which only what is seen is drawn. It is one tab stop and scrolls with the keyboard. */
export function VirtualTable(props: VirtualTableProps) {
  const { label, columns, widths, count, row, rowClass, reveal, onRange } = props;
  const box = useRef<HTMLDivElement>(null);
  const { from, to, top, height } = useVisibleRange(box, count, ROW_HEIGHT);

  useLayoutEffect(() => onRange?.(from, to), [from, to, onRange]);

  useLayoutEffect(() => {
    const element = box.current;
    if (!element || !reveal) return;
    element.scrollTop = scrollTopOf(
      reveal.row,
      Math.ceil(element.clientHeight / ROW_HEIGHT),
      count,
      ROW_HEIGHT,
    );
  }, [reveal?.row, reveal?.key, count]);

  if (count === 0) return <p class="quiet empty">Nothing matches.</p>;
  const rows = Array.from({ length: to - from }, (_, index) => from + index);
  return (
    <div class="table" role="table" aria-label={label} aria-rowcount={count + 1}>
      <div class="table-head" role="row" aria-rowindex={1} style={{ gridTemplateColumns: widths }}>
        {columns.map((column) => (
          <span key={column} role="columnheader">
            {column}
          </span>
        ))}
      </div>
      {/* What scrolls must be reachable by the keyboard. */}
      <div class="table-body" role="rowgroup" aria-label={label} tabIndex={0} ref={box}>
        <div class="table-space" role="presentation" style={{ height: `${height}px` }}>
          <div class="table-window" role="presentation" style={{ transform: `translateY(${top}px)` }}>
            {rows.map((at) => (
              <div
                key={at}
                class={`table-row ${rowClass?.(at) ?? ''}`}
                role="row"
                aria-rowindex={at + 2}
                style={{ gridTemplateColumns: widths }}
              >
                {cellsOf(row(at), columns.length).map((cell, index) => (
                  <span key={index} role="cell" {...(typeof cell === 'string' ? { title: cell } : {})}>
                    {cell}
                  </span>
                ))}
              </div>
            ))}
          </div>
        </div>
      </div>
    </div>
  );
}

function cellsOf(
  cells: readonly ComponentChildren[] | undefined,
  columns: number,
): readonly ComponentChildren[] {
  return cells ?? Array.from({ length: columns }, (_, at) => (at === 0 ? '…' : ''));
}
