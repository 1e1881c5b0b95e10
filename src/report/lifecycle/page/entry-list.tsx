import type { EntryKind } from '../../../catalog/entry-kinds';
import { guideEntry } from '../../../catalog/guide-entry';
import { anchorOf, nameOf, type PageContext } from './page-context';

interface EntryListProps {
  readonly context: PageContext;
  readonly kind: EntryKind;
  readonly ids: readonly string[];
  /** Only what people call the entry, with its title as a tooltip. */
  readonly short?: boolean;
}

/** Entries in a row, each a link to its place on the page. */
export function EntryList({ context, kind, ids, short = false }: EntryListProps) {
  return (
    <>
      {ids.map((id, at) => (
        <span key={id}>
          {at > 0 && (short ? ' ' : '; ')}
          <EntryName context={context} kind={kind} id={id} short={short} />
        </span>
      ))}
    </>
  );
}

interface EntryNameProps extends Omit<EntryListProps, 'ids'> {
  readonly id: string;
}

/** The name of an entry as a link to its place on the page, where it has one. */
export function EntryName({ context: { guide }, kind, id, short = false }: EntryNameProps) {
  const name = nameOf(guide, kind, id);
  const label = guideEntry(guide, kind, id)?.label ?? '';
  const text = short && label !== '' ? label : name;
  const anchor = anchorOf(guide, kind, id);
  const title = text === name ? {} : { title: name };
  return anchor === undefined ? (
    <span {...title}>{text}</span>
  ) : (
    <a href={`#${anchor}`} {...title}>
      {text}
    </a>
  );
}
