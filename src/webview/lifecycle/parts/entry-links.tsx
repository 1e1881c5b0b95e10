import type { ComponentChildren } from 'preact';
import { KIND_NAMES } from '../../../catalog/kind-names';
import { entryRef } from '../../../catalog/entry-ref';
import type { GuideEntry } from '../../../catalog/guide-entry';
import { placeOfRef } from '../model/place-of-ref';
import { resolve } from '../model/catalog-index';
import { usePanel } from '../panel-context';
import { FoldedList } from './folded-list';

interface EntryLinkProps {
  readonly entry: GuideEntry;
  /** Stands before the title; the entry's own label unless given. */
  readonly label?: string;
  /** Stands at the end of the row. */
  readonly note?: ComponentChildren;
}

/** An entry as a row that opens its page. */
export function EntryLink({ entry, label = entry.label, note }: EntryLinkProps) {
  const { go, state, index } = usePanel();
  const number = entry.kind === 'stages' ? index.stage(entry.id)?.number : undefined;
  return (
    <button
      type="button"
      class="risk-link"
      title={entry.summary || undefined}
      onClick={() => go(placeOfRef(entryRef(entry.kind, entry.id), state, index))}
    >
      {number === undefined ? (
        label && <span class="code-label">{label}</span>
      ) : (
        <span class="chip-number">{number}</span>
      )}
      <span class="risk-title">{entry.title}</span>
      {note !== undefined && <span class="risk-count">{note}</span>}
    </button>
  );
}

/** Labels longer than this push their title to the right. */
const LONGEST = 14;

interface EntryLinksProps {
  /** References with their kind; unknown ones are left out. */
  readonly refs: readonly string[];
  readonly atFirst?: number;
}

/** Entries as rows, the first few until more are asked for. Where kinds are mixed, each row says its kind. */
export function EntryLinks({ refs, atFirst }: EntryLinksProps) {
  const { index } = usePanel();
  const entries = resolve(refs, (ref) => index.entry(ref));
  const mixed = new Set(entries.map((entry) => entry.kind)).size > 1;
  return (
    <FoldedList
      key={refs.join(' ')}
      class="risk-links"
      {...(atFirst === undefined ? {} : { atFirst })}
      labels={Math.min(LONGEST, Math.max(0, ...entries.map((entry) => entry.label.length)))}
      items={entries.map((entry) => (
        <li key={`${entry.kind}/${entry.id}`}>
          <EntryLink entry={entry} {...(mixed ? { note: KIND_NAMES[entry.kind].one } : {})} />
        </li>
      ))}
    />
  );
}
