import { visit } from 'jsonc-parser';

/** One string of a cell's source in the JSON text. */
interface Piece {
  /** Offset of the piece's first character in the cell's text. */
  readonly at: number;
  /** Offset behind the opening quote in the JSON text. */
  readonly rawStart: number;
  readonly rawEnd: number;
}

/**
 * Where the characters of the cells' sources are in the text of an `.ipynb` file. Costs a walk over the whole text: made only when
 * places in the file itself are asked for.
 */
export class NotebookLocations {
  private readonly cells = new Map<number, { pieces: Piece[]; length: number }>();

  constructor(private readonly text: string) {
    this.collect();
  }

  /** The offset in the JSON text of a character of a cell; undefined when the cell has no source there. */
  offsetOf(cell: number, offset: number): number | undefined {
    const pieces = this.cells.get(cell)?.pieces ?? [];
    const piece = pieces.findLast((one) => one.at <= offset);
    return piece && this.rawOffset(piece, offset - piece.at);
  }

  /** Steps over the escapes of a JSON string. */
  private rawOffset(piece: Piece, characters: number): number {
    let at = piece.rawStart;
    for (let left = characters; left > 0 && at < piece.rawEnd; left--) {
      if (this.text[at] !== '\\') at++;
      else at += this.text[at + 1] === 'u' ? 6 : 2;
    }
    return Math.min(at, piece.rawEnd);
  }

  private collect(): void {
    let isSource = false;
    const sheets = new SheetIndex();
    const onString = (
      value: unknown,
      offset: number,
      length: number,
      path: readonly (string | number)[],
    ): void => {
      if (typeof value !== 'string') return;
      const cell = sheets.cellOf(path);
      if (cell === undefined) return;
      const known = this.cells.get(cell) ?? { pieces: [], length: 0 };
      this.cells.set(cell, known);
      known.pieces.push({ at: known.length, rawStart: offset + 1, rawEnd: offset + length - 1 });
      known.length += value.length;
    };
    try {
      visit(this.text, {
        onObjectProperty: (property) => {
          isSource = property === 'source' || property === 'input';
        },
        onLiteralValue: (value, offset, length, _line, _character, path) => {
          if (isSource) onString(value, offset, length, path());
        },
      });
    } catch (error) {
      // Nesting deeper than the call stack: what was found until there stays.
      if (!(error instanceof RangeError)) throw error;
    }
  }
}

/** Numbers the cells of nbformat 3, which are counted anew in each worksheet. */
class SheetIndex {
  private sheet = 0;
  private before = 0;
  private last = -1;

  /** The cell whose source a path leads to: `cells, 3, source, 0` or `worksheets, 0, cells, 3, input`. */
  cellOf(path: readonly (string | number)[]): number | undefined {
    const isSheet = path[0] === 'worksheets';
    const [cells, index, property] = isSheet ? path.slice(2) : path;
    if (cells !== 'cells' || typeof index !== 'number') return undefined;
    if (property !== 'source' && property !== 'input') return undefined;
    const sheet = isSheet ? Number(path[1]) : 0;
    if (sheet !== this.sheet) {
      this.sheet = sheet;
      this.before = this.last + 1;
    }
    this.last = this.before + index;
    return this.last;
  }
}
