import type { CrosswalkCell } from '../../../catalog/crosswalk';

/** How two entries belong together, as a sign: its shape tells, its colour repeats. */
export function CellSign({ cell }: { readonly cell: CrosswalkCell }) {
  if (cell.official) return <span class="cell-official">●</span>;
  if (cell.direct) return <span class="cell-direct">◆</span>;
  return (
    <span class="cell-via">
      ○<small>{cell.via.length}</small>
    </span>
  );
}

/** The same in words. */
export function cellWords(cell: CrosswalkCell): string {
  if (cell.official) return 'mapped by the list itself';
  if (cell.direct) return 'one names the other';
  return cell.via.length === 1 ? 'joined by 1 control' : `joined by ${cell.via.length} controls`;
}
