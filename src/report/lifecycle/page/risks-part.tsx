import type { Framework } from '../../../catalog/schema/framework';
import { frameworkName } from '../../../diagram/overlays/framework-name';
import { stagePlaces } from '../../../diagram/overlays/naming';
import { sentences } from '../../../diagram/overlays/wording';
import { EntryList } from './entry-list';
import type { PageContext } from './page-context';
import { Table } from './table';

/** The risks of every OWASP edition: what each is, where it bites, what closes it. */
export function Risks({ context }: { readonly context: PageContext }) {
  const editions = [...context.guide.frameworks.values()].filter(({ members }) => members === 'risks');
  return (
    <>
      {editions.map((edition) => (
        <Edition key={edition.id} context={context} edition={edition} />
      ))}
    </>
  );
}

function Edition({ context, edition }: { readonly context: PageContext; readonly edition: Framework }) {
  const { guide, relations } = context;
  const risks = [...guide.risks.values()].filter(({ id }) => id.startsWith(`${edition.id}:`));
  return (
    <Table
      caption={`${frameworkName(edition)}${edition.superseded ? ' (superseded)' : ''}`}
      heads={['Risk', 'What it is', 'Stages', 'Controls', 'OpenSSF tools', 'The same elsewhere']}
      rows={risks.map((risk) => ({
        id: `risks/${risk.id}`,
        cells: [
          `${risk.label} ${risk.title}`,
          risk.summary,
          stagePlaces(guide, relations.neighbours('risks', risk.id, 'stages')),
          <EntryList key="controls" context={context} kind="controls" ids={risk.controls} short />,
          risk.tools.length > 0 ? (
            <EntryList context={context} kind="tools" ids={risk.tools} />
          ) : (
            sentences('None', risk.unhelped ?? '')
          ),
          <EntryList
            key="same"
            context={context}
            kind="risks"
            ids={relations.neighbours('risks', risk.id, 'risks')}
            short
          />,
        ],
      }))}
    />
  );
}
