import { EntryList } from './entry-list';
import type { PageContext } from './page-context';
import { Table } from './table';

/** What each classic stage becomes for LLMs. */
export function Comparison({ context }: { readonly context: PageContext }) {
  const list = (lines: readonly string[]) => (
    <ul>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
  return (
    <Table
      caption="From the classic lifecycle to the one for LLMs"
      heads={['Classic stage', 'Stages for LLMs', 'The same', 'New', 'Gone or of less weight']}
      rows={[...context.guide.comparisons.values()].map((one) => ({
        cells: [
          <EntryList key="classic" context={context} kind="stages" ids={[one.classic]} />,
          <EntryList key="llm" context={context} kind="stages" ids={one.llm} />,
          list(one.same),
          list(one.new),
          list(one.gone),
        ],
      }))}
    />
  );
}
