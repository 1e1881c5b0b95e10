import type { Link, Status } from '../../../catalog/schema/entry';
import { ExternalLink } from './external-link';
import { Icon } from './icon';
import { StatusTag } from './status-tag';

interface Entry {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly links: readonly Link[];
  readonly status: Status;
}

/** A catalog entry as one line that opens to its summary and links. `label` stands before the title. */
export function EntryDisclosure({ entry, label }: { readonly entry: Entry; readonly label: string }) {
  return (
    <details class="entry">
      <summary>
        <Icon name="chevron" />
        <span class="code-label">{label}</span> <span>{entry.title}</span>
      </summary>
      <div class="entry-body">
        <p>
          {entry.summary} <StatusTag status={entry.status} />
        </p>
        <LinkList links={entry.links} />
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
