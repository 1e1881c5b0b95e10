import { useEffect, useRef, useState } from 'preact/hooks';
import type { RefObject } from 'preact';

/** A cell by its place; -1 is the header of a row or column. */
export interface GridPlace {
  readonly row: number;
  readonly column: number;
}

/**
 * One tab stop for a whole grid: arrow keys walk from cell to cell, with Ctrl+Home and Ctrl+End to its corners. The cell that
 * takes the focus carries `data-cell="row column"`; it is looked for after it has been drawn.
 */
export function useGridFocus(
  box: RefObject<HTMLElement>,
  rows: number,
  columns: number,
  reveal: (row: number) => void,
) {
  const [stop, setStop] = useState<GridPlace>({ row: 0, column: -1 });
  const wanted = useRef(false);
  const row = Math.min(stop.row, rows - 1);
  const column = Math.min(stop.column, columns - 1);

  useEffect(() => {
    if (!wanted.current) return;
    const cell = box.current?.querySelector<HTMLElement>(`[data-cell="${row} ${column}"]`);
    if (!cell) return;
    wanted.current = false;
    cell.focus();
  });

  const move = (place: GridPlace): void => {
    wanted.current = true;
    reveal(place.row);
    setStop(place);
  };

  return {
    stop: { row, column },
    onFocusIn: (event: FocusEvent): void => {
      const at = event.target instanceof HTMLElement ? event.target.dataset['cell'] : undefined;
      const [toRow, toColumn] = (at ?? '').split(' ').map(Number);
      if (at !== undefined && toRow !== undefined && toColumn !== undefined)
        setStop({ row: toRow, column: toColumn });
    },
    focus: move,
    onKeyDown: (event: KeyboardEvent): void => {
      const next = neighbour(event, { row, column }, rows, columns);
      if (!next) return;
      event.preventDefault();
      move(next);
    },
  };
}

function neighbour(
  { key, ctrlKey, altKey, metaKey }: KeyboardEvent,
  { row, column }: GridPlace,
  rows: number,
  columns: number,
): GridPlace | undefined {
  if (altKey || metaKey) return undefined;
  const within = (value: number, count: number) => Math.max(-1, Math.min(count - 1, value));
  switch (key) {
    case 'ArrowDown':
      return { row: within(row + 1, rows), column };
    case 'ArrowUp':
      // The corner above the headers holds nothing.
      return column < 0 && row <= 0 ? undefined : { row: within(row - 1, rows), column };
    case 'ArrowRight':
      return { row, column: within(column + 1, columns) };
    case 'ArrowLeft':
      return row < 0 && column <= 0 ? undefined : { row, column: within(column - 1, columns) };
    case 'PageDown':
      return { row: within(row + 10, rows), column };
    case 'PageUp':
      return { row: Math.max(column < 0 ? 0 : -1, row - 10), column };
    case 'Home':
      return ctrlKey ? { row: 0, column: -1 } : { row, column: row < 0 ? 0 : -1 };
    case 'End':
      return ctrlKey ? { row: rows - 1, column: columns - 1 } : { row, column: columns - 1 };
    default:
      return undefined;
  }
}
