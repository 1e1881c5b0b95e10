import { stagePlaces, titleOf } from '../../../diagram/overlays/naming';
import type { PageContext } from './page-context';
import { Table } from './table';

/** Levels, and the evidence that each of them asks for in each dimension. */
export function Maturity({ context: { guide } }: { readonly context: PageContext }) {
  const levels = [...guide.maturityLevels.values()].sort((a, b) => a.number - b.number);
  const asking = levels.filter(({ number }) => number > 0);
  return (
    <>
      <Table
        caption="Levels"
        heads={['Level', 'What it means', 'About the same elsewhere']}
        rows={levels.map(({ id, title, summary, elsewhere }) => ({
          cells: [
            `${id} ${title}`,
            summary,
            elsewhere
              .map(({ framework, level }) => `${titleOf(guide, 'frameworks', framework)}: ${level}`)
              .join('; '),
          ],
        }))}
      />
      <Table
        caption="Evidence that each level asks for"
        heads={['Dimension', 'Stages', ...asking.map(({ id, title }) => `${id} ${title}`)]}
        rows={[...guide.maturityDimensions.values()].map((dimension) => ({
          id: `maturityDimensions/${dimension.id}`,
          cells: [
            `${dimension.id} ${dimension.title}`,
            stagePlaces(guide, dimension.stages),
            ...asking.map(({ id }) => (
              <ul key={id}>
                {dimension.asks
                  .filter(({ level }) => level === id)
                  .map(({ anyOf }) => (
                    <li key={anyOf.join()}>
                      {anyOf.map((one) => titleOf(guide, 'evidence', one)).join(' or ')}
                    </li>
                  ))}
              </ul>
            )),
          ],
        }))}
      />
    </>
  );
}
