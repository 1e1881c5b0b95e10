import { crosswalk } from '../../../catalog/crosswalk';
import { frameworkName } from '../../../diagram/overlays/framework-name';
import type { PageContext } from './page-context';
import { Table } from './table';

/** The lists whose risks are joined with what NIST and CSA publish. */
const PARTNERS = ['nist-ai-rmf', 'nist-ssdf-1.1', 'nist-218a', 'csa-aicm'];

/** Each OWASP risk and what NIST and CSA say to it. */
export function Crosswalks({ context }: { readonly context: PageContext }) {
  const { guide } = context;
  const frameworks = [...guide.frameworks.values()];
  const partners = PARTNERS.flatMap((id) => guide.frameworks.get(id) ?? []);
  return (
    <>
      <p>
        In bold what the list itself says in its own appendix; then what we map directly; in brackets how many
        more share a control with the risk.
      </p>
      {frameworks
        .filter(({ members, superseded }) => members === 'risks' && !superseded)
        .map((edition) => {
          const matrices = partners.map((partner) =>
            crosswalk(guide, context.relations, edition.id, partner.id),
          );
          const [first] = matrices;
          return (
            <Table
              key={edition.id}
              caption={frameworkName(edition)}
              heads={['Risk', ...partners.map(({ title }) => title)]}
              rows={(first?.rows ?? []).map((risk, y) => ({
                cells: [
                  `${risk.label} ${risk.title}`,
                  ...matrices.map((matrix, at) => <Joined key={at} matrix={matrix} row={y} />),
                ],
              }))}
            />
          );
        })}
    </>
  );
}

function Joined({ matrix, row }: { readonly matrix: ReturnType<typeof crosswalk>; readonly row: number }) {
  const cells = matrix.columns.flatMap((column, x) => {
    const cell = matrix.cell(row, x);
    return cell ? [{ column, cell }] : [];
  });
  const named = cells.filter(({ cell }) => cell.direct || cell.official);
  const more = cells.length - named.length;
  return (
    <>
      {named.map(({ column, cell }, at) => (
        <span key={column.id} title={column.title}>
          {at > 0 && ', '}
          {cell.official ? <b>{column.label}</b> : column.label}
        </span>
      ))}
      {more > 0 && <span class="quiet"> ({more} more)</span>}
    </>
  );
}
