import { stagePlaces } from '../../../diagram/overlays/naming';
import { EntryList } from './entry-list';
import type { PageContext } from './page-context';
import { Table } from './table';

/** The controls: what each asks for, where it stands, what it closes. */
export function Controls({ context }: { readonly context: PageContext }) {
  const { guide, relations } = context;
  return (
    <Table
      caption="Controls"
      heads={['Control', 'What it asks for', 'Stages', 'Risks it closes', 'Tools']}
      rows={[...guide.controls.values()].map(({ id, title, summary, stages, tools }) => ({
        id: `controls/${id}`,
        cells: [
          `${id} ${title}`,
          summary,
          stagePlaces(guide, stages),
          <EntryList
            key="risks"
            context={context}
            kind="risks"
            ids={relations.neighbours('controls', id, 'risks')}
            short
          />,
          <EntryList key="tools" context={context} kind="tools" ids={tools} />,
        ],
      }))}
    />
  );
}
