import type { Risk } from '../../../catalog/schema/reference';
import { frameworkName } from '../../../diagram/overlays/framework-name';
import { stagePlaces } from '../../../diagram/overlays/naming';
import { sentences } from '../../../diagram/overlays/wording';
import { EntryList } from './entry-list';
import type { PageContext } from './page-context';
import { Table } from './table';

/** The risks of every OWASP edition, then a team's own: what each is, where it bites, what closes it. */
export function Risks({ context }: { readonly context: PageContext }) {
  const risks = [...context.guide.risks.values()];
  const editions = [...context.guide.frameworks.values()].filter(({ members }) => members === 'risks');
  const lists = editions.map((edition) => ({
    caption: `${frameworkName(edition)}${edition.superseded ? ' (superseded)' : ''}`,
    risks: risks.filter(({ id }) => id.startsWith(`${edition.id}:`)),
  }));
  const listed = new Set(lists.flatMap((list) => list.risks));
  lists.push({ caption: 'Other risks', risks: risks.filter((risk) => !listed.has(risk)) });
  return (
    <>
      {lists
        .filter((list) => list.risks.length > 0)
        .map((list) => (
          <RiskTable key={list.caption} context={context} {...list} />
        ))}
    </>
  );
}

interface RiskTableProps {
  readonly context: PageContext;
  readonly caption: string;
  readonly risks: readonly Risk[];
}

function RiskTable({ context, caption, risks }: RiskTableProps) {
  const { guide, relations } = context;
  return (
    <Table
      caption={caption}
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
