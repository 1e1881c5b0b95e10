import type { EntryKind } from '../../../catalog/entry-kinds';
import { entryRef } from '../../../catalog/entry-ref';
import type { Link, Status } from '../../../catalog/schema/entry';
import { usePanel } from '../panel-context';
import { CodeText } from './code-text';
import { ExternalLink } from './external-link';
import { Icon } from './icon';
import { StatusTag } from './status-tag';

interface Entry {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly status: Status;
}

interface EntryDisclosureProps {
  readonly kind: EntryKind;
  readonly entry: Entry;
  /** Stands before the title. */
  readonly label: string;
}

/** A catalog entry as one line that opens to its summary and to the way to its page. */
export function EntryDisclosure({ kind, entry, label }: EntryDisclosureProps) {
  const { go, state } = usePanel();
  return (
    <details class="entry">
      <summary>
        <Icon name="chevron" />
        <span class="code-label">{label}</span> <span>{entry.title}</span>
      </summary>
      <div class="entry-body">
        <p>
          <CodeText text={entry.summary} /> <StatusTag status={entry.status} />
        </p>
        <button
          type="button"
          class="link-button"
          aria-label={`Open the page of ${entry.title}`}
          onClick={() => go({ stage: state.stage, entry: entryRef(kind, entry.id) })}
        >
          Open page
        </button>
      </div>
    </details>
  );
}

export function LinkList({ links }: { readonly links: readonly Link[] }) {
  if (links.length === 0) return null;
  return (
    <ul class="links">
      {links.map((link) => (
        <li key={link.url}>
          <ExternalLink link={link} />
        </li>
      ))}
    </ul>
  );
}
