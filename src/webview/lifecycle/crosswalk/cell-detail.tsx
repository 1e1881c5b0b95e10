import type { CrosswalkCell } from '../../../catalog/crosswalk';
import type { GuideEntry } from '../../../catalog/guide-entry';
import { EntryLink, EntryLinks } from '../parts/entry-links';
import { Icon } from '../parts/icon';

interface CellDetailProps {
  readonly row: GuideEntry;
  readonly column: GuideEntry;
  readonly cell: CrosswalkCell;
  readonly onClose: () => void;
}

/** What joins two entries, with the way to both and to the controls they share. */
export function CellDetail({ row, column, cell, onClose }: CellDetailProps) {
  return (
    <aside
      class="cell-detail"
      aria-label="What joins the two"
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <button type="button" class="icon-button close" aria-label="Close" title="Close" onClick={onClose}>
        <Icon name="close" />
      </button>
      <div class="risk-links">
        <EntryLink entry={row} />
        <EntryLink entry={column} />
      </div>
      <p role="status">
        {cell.official
          ? 'Their publisher maps one to the other.'
          : cell.direct
            ? 'One names the other.'
            : 'Neither names the other; the same controls answer both.'}
      </p>
      {cell.via.length > 0 && (
        <>
          <h3>
            Controls that answer both <span class="section-count">{cell.via.length}</span>
          </h3>
          <EntryLinks refs={cell.via.map((id) => `controls/${id}`)} atFirst={4} />
        </>
      )}
    </aside>
  );
}
