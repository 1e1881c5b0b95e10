import { ENTRY_KINDS } from '../../../catalog/entry-kinds';
import type { Status } from '../../../catalog/schema/entry';
import type { Guide } from '../../../catalog/catalog';
import type { PageContext } from './page-context';
import { Table } from './table';

/** Where everything was read, and how many entries of each certainty rest on it. */
export function Sources({ context: { guide } }: { readonly context: PageContext }) {
  const counts = countByStatus(guide);
  return (
    <Table
      caption="Sources"
      heads={[
        'Source',
        'What it is',
        'State that was read',
        'Licence',
        'Verified',
        'Our synthesis',
        'Not verified',
      ]}
      rows={[...guide.sources.values()].map(({ id, title, summary, url, read, licence }) => ({
        id: `sources/${id}`,
        cells: [
          url === undefined ? (
            title
          ) : (
            <a href={url} rel="noreferrer noopener">
              {title}
            </a>
          ),
          summary,
          read ?? '',
          licence ?? '',
          ...(['verified', 'synthesis', 'unverified'] as const).map(
            (status) => counts.get(`${id} ${status}`) ?? 0,
          ),
        ],
      }))}
    />
  );
}

function countByStatus(guide: Guide): Map<string, number> {
  const counts = new Map<string, number>();
  for (const kind of ENTRY_KINDS) {
    for (const entry of guide[kind].values() as Iterable<{
      readonly source?: string;
      readonly status?: Status;
    }>) {
      const key = `${entry.source ?? ''} ${entry.status ?? ''}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return counts;
}
