import { stagePlaces } from '../../../diagram/overlays/naming';
import { EntryList } from './entry-list';
import type { PageContext } from './page-context';
import { Table } from './table';

const COVERED = { yes: 'Covered', partly: 'Partly covered', no: 'Not covered' } as const;

/** The working group's own list of threats. */
export function Threats({ context }: { readonly context: PageContext }) {
  const { guide } = context;
  return (
    <Table
      caption="Threats of the OpenSSF AI/ML working group"
      heads={['Threat', 'What it is', 'Stages', 'Controls', 'Risks', 'By OpenSSF tools']}
      rows={[...guide.threats.values()].map((threat) => ({
        id: `threats/${threat.id}`,
        cells: [
          threat.title,
          threat.summary,
          stagePlaces(guide, threat.stages),
          <EntryList key="controls" context={context} kind="controls" ids={threat.controls} short />,
          <EntryList key="risks" context={context} kind="risks" ids={threat.risks} short />,
          `${COVERED[threat.covered]}: ${threat.reason}`,
        ],
      }))}
    />
  );
}
