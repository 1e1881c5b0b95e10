import type { Crosswalk, CrosswalkCell } from '../../../catalog/crosswalk';
import type { GuideEntry } from '../../../catalog/guide-entry';

/** What of a crosswalk is shown. */
export interface MatrixFilter {
  /** Words that a row or column must have in its label or title. */
  readonly text: string;
  /** Leaves out what only a common control joins. */
  readonly onlyDirect: boolean;
  /** Leaves out rows and columns without a cell. */
  readonly hideEmpty: boolean;
}

/** A crosswalk as it is drawn. */
export interface Matrix {
  readonly rows: readonly GuideEntry[];
  readonly columns: readonly GuideEntry[];
  /** By row and column. */
  readonly cells: readonly (readonly (CrosswalkCell | undefined)[])[];
  /** Pairs that are joined. */
  readonly pairs: number;
}

/** Every cell of a crosswalk, worked out once. */
export function allCells({ rows, columns, cell }: Crosswalk): Matrix['cells'] {
  return rows.map((_, row) => columns.map((_, column) => cell(row, column)));
}

/**
 * The part of a crosswalk that passes the filter. A text that no row has is looked for in the columns alone, and the other
 * way round; one that neither has leaves nothing.
 */
export function filterMatrix(
  { rows, columns }: Pick<Crosswalk, 'rows' | 'columns'>,
  cells: Matrix['cells'],
  { text, onlyDirect, hideEmpty }: MatrixFilter,
): Matrix {
  const [keptRows, keptColumns] = matching(rows, columns, text);
  const at = (row: number, column: number) => {
    const cell = cells[row]?.[column];
    return cell && (cell.direct || !onlyDirect) ? cell : undefined;
  };
  const usedRows = hideEmpty
    ? keptRows.filter((row) => keptColumns.some((column) => at(row, column)))
    : keptRows;
  const usedColumns = hideEmpty
    ? keptColumns.filter((column) => usedRows.some((row) => at(row, column)))
    : keptColumns;
  const shown = usedRows.map((row) => usedColumns.map((column) => at(row, column)));
  return {
    rows: usedRows.flatMap((row) => rows[row] ?? []),
    columns: usedColumns.flatMap((column) => columns[column] ?? []),
    cells: shown,
    pairs: shown.reduce((sum, row) => sum + row.filter(Boolean).length, 0),
  };
}

function matching(
  rows: readonly GuideEntry[],
  columns: readonly GuideEntry[],
  text: string,
): [number[], number[]] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const hits = (side: readonly GuideEntry[]) =>
    [...side.keys()].filter((at) => words.every((word) => nameOf(side[at]).includes(word)));
  const found = [hits(rows), hits(columns)] as const;
  const none = found[0].length === 0 && found[1].length === 0;
  const whole = (side: readonly GuideEntry[]) => (none ? [] : [...side.keys()]);
  return [found[0].length > 0 ? found[0] : whole(rows), found[1].length > 0 ? found[1] : whole(columns)];
}

function nameOf(entry: GuideEntry | undefined): string {
  return entry ? `${entry.label} ${entry.title}`.toLowerCase() : '';
}
