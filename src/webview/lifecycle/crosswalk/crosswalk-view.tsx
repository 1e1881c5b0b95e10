import { useMemo, useState } from 'preact/hooks';
import { crosswalk } from '../../../catalog/crosswalk';
import { usePanel } from '../panel-context';
import { CellDetail } from './cell-detail';
import { CrosswalkBar } from './crosswalk-bar';
import { CrosswalkTable } from './crosswalk-table';
import { allCells, filterMatrix, type MatrixFilter } from './matrix';
import type { GridPlace } from './use-grid-focus';

const SHOW_ALL: MatrixFilter = { text: '', onlyDirect: false, hideEmpty: true };

/** Two frameworks as a matrix. */
export function CrosswalkView() {
  const { index, state } = usePanel();
  const { rows, columns } = state.crosswalk;
  const [filter, setFilter] = useState(SHOW_ALL);
  const walk = useMemo(
    () => crosswalk(index.guide, index.relations(), rows, columns),
    [index, rows, columns],
  );
  const cells = useMemo(() => allCells(walk), [walk]);
  const matrix = useMemo(() => filterMatrix(walk, cells, filter), [walk, cells, filter]);
  const [open, setOpen] = useState<{ readonly of: typeof matrix; readonly place: GridPlace }>();
  // Another matrix has other cells at the same places.
  const place = open?.of === matrix ? open.place : undefined;
  const row = place && matrix.rows[place.row];
  const column = place && matrix.columns[place.column];
  const cell = place && matrix.cells[place.row]?.[place.column];
  const title = (id: string) => index.axes().find((axis) => axis.id === id)?.title ?? id;
  return (
    <section class="main-pane crosswalk" aria-label="Crosswalk">
      <CrosswalkBar filter={filter} onFilter={setFilter} pairs={matrix.pairs} />
      {matrix.pairs === 0 && filter.hideEmpty ? (
        <p class="empty crosswalk-empty">
          {filter.text || filter.onlyDirect
            ? 'Nothing passes the filter.'
            : 'Nothing in the catalog joins these two lists.'}
        </p>
      ) : (
        <CrosswalkTable
          key={`${rows} ${columns}`}
          matrix={matrix}
          name={`${title(rows)} and ${title(columns)}`}
          open={place}
          onOpen={(to) =>
            setOpen(
              place?.row === to.row && place.column === to.column ? undefined : { of: matrix, place: to },
            )
          }
        />
      )}
      {row && column && cell && (
        <CellDetail row={row} column={column} cell={cell} onClose={() => setOpen(undefined)} />
      )}
    </section>
  );
}
