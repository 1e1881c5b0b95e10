import type { NotebookProgram, ProgramCell } from './notebook-program';

/** A place in a notebook: cell index (counting all cells) and offset in the cell's text. */
export interface CellOffset {
  readonly cell: number;
  readonly offset: number;
}

/** Maps between offsets of a joined program and places in its cells. */
export class ProgramPositions {
  constructor(private readonly program: Pick<NotebookProgram, 'cells'>) {}

  /** The place of a program offset; the break behind a cell counts as its end. Undefined in a program without cells. */
  cellAt(offset: number): CellOffset | undefined {
    const { cells } = this.program;
    let low = 0;
    let high = cells.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((cells[middle]?.range.start ?? 0) <= offset) low = middle;
      else high = middle;
    }
    const found = cells[low];
    if (!found) return undefined;
    const { start, end } = found.range;
    return { cell: found.index, offset: Math.min(Math.max(offset, start), end) - start };
  }

  /** The program offset of a place in a cell; undefined when the cell is not part of the program. */
  offsetOf({ cell, offset }: CellOffset): number | undefined {
    const found = this.program.cells.find((one: ProgramCell) => one.index === cell);
    return found && Math.min(found.range.start + Math.max(offset, 0), found.range.end);
  }
}
