import { useRef } from 'preact/hooks';
import type { GuideEntry } from '../../../catalog/guide-entry';
import { placeOfRef } from '../model/place-of-ref';
import { usePanel } from '../panel-context';
import { CellSign, cellWords } from './cell-sign';
import type { Matrix } from './matrix';
import { useGridFocus, type GridPlace } from './use-grid-focus';
import { useVisibleRows } from './use-visible-rows';

/** Height of a row in the style sheet. */
const ROW_HEIGHT = 28;

interface CrosswalkTableProps {
  readonly matrix: Matrix;
  readonly name: string;
  /** The cell whose detail is open. */
  readonly open: GridPlace | undefined;
  readonly onOpen: (place: GridPlace) => void;
}

/** The matrix: its headers stay in view, and of a long one only the rows in view are drawn. */
export function CrosswalkTable({ matrix, name, open, onOpen }: CrosswalkTableProps) {
  const { go, state, index } = usePanel();
  const box = useRef<HTMLDivElement>(null);
  const { rows, columns, cells } = matrix;
  const { from, to } = useVisibleRows(box, rows.length, ROW_HEIGHT);
  const reveal = (row: number) => {
    const element = box.current;
    if (!element || (row >= from + 1 && row < to - 1)) return;
    element.scrollTop = Math.max(0, row * ROW_HEIGHT - element.clientHeight / 2);
  };
  const grid = useGridFocus(box, rows.length, columns.length, reveal);
  const openEntry = (entry: GuideEntry) =>
    go(placeOfRef(`${entry.kind}/${entry.id}`, { ...state, stage: undefined }, index));
  const cellProps = (row: number, column: number) => ({
    'data-cell': `${row} ${column}`,
    tabIndex: grid.stop.row === row && grid.stop.column === column ? 0 : -1,
  });

  return (
    <div class="matrix-scroll" ref={box}>
      <table
        class="matrix"
        role="grid"
        aria-label={name}
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.length + 1}
        onKeyDown={grid.onKeyDown}
        onFocusIn={grid.onFocusIn}
      >
        <thead>
          <tr aria-rowindex={1}>
            <td class="matrix-corner" />
            {columns.map((column, at) => (
              <th key={column.id} scope="col" class={open?.column === at ? 'lit' : undefined}>
                <button
                  type="button"
                  title={headerTitle(column)}
                  aria-label={headerTitle(column)}
                  onClick={() => openEntry(column)}
                  {...cellProps(-1, at)}
                >
                  <span>{column.label || column.title}</span>
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {from > 0 && <Spacer height={from * ROW_HEIGHT} columns={columns.length + 1} />}
          {rows.slice(from, to).map((row, offset) => {
            const at = from + offset;
            return (
              <tr key={row.id} aria-rowindex={at + 2} class={open?.row === at ? 'lit' : undefined}>
                <th scope="row">
                  <button
                    type="button"
                    title={headerTitle(row)}
                    onClick={() => openEntry(row)}
                    {...cellProps(at, -1)}
                  >
                    {row.label && <span class="code-label">{row.label}</span>}
                    <span class="matrix-row-title">{row.title}</span>
                  </button>
                </th>
                {columns.map((column, columnAt) => {
                  const cell = cells[at]?.[columnAt];
                  const lit = open?.column === columnAt ? 'lit' : undefined;
                  if (!cell) return <td key={column.id} class={lit} {...cellProps(at, columnAt)} />;
                  const words = `${shortName(row)} and ${shortName(column)}: ${cellWords(cell)}`;
                  return (
                    <td key={column.id} class={lit}>
                      <button
                        type="button"
                        class="cell"
                        aria-label={words}
                        title={words}
                        aria-expanded={open?.row === at && open.column === columnAt}
                        onClick={() => onOpen({ row: at, column: columnAt })}
                        {...cellProps(at, columnAt)}
                      >
                        <CellSign cell={cell} />
                      </button>
                    </td>
                  );
                })}
              </tr>
            );
          })}
          {to < rows.length && (
            <Spacer height={(rows.length - to) * ROW_HEIGHT} columns={columns.length + 1} />
          )}
        </tbody>
      </table>
    </div>
  );
}

/** Stands for the rows that are not drawn. */
function Spacer({ height, columns }: { readonly height: number; readonly columns: number }) {
  return (
    <tr aria-hidden="true" class="spacer">
      <td colSpan={columns} style={{ height }} />
    </tr>
  );
}

function shortName({ label, title }: GuideEntry): string {
  return label || title;
}

function headerTitle({ label, title }: GuideEntry): string {
  return label ? `${label} ${title}` : title;
}
