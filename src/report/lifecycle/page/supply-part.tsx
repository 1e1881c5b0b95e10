import { stagePlaces } from '../../../diagram/overlays/naming';
import { EntryList } from './entry-list';
import type { PageContext } from './page-context';
import { Table } from './table';

/** What enters from outside, open or closed: what can go wrong, what one can verify, what one must trust. */
export function EntryPoints({ context: { guide } }: { readonly context: PageContext }) {
  return (
    <Table
      caption="Where open and closed data, models and code enter"
      heads={['What enters', 'Stages', 'What can go wrong', 'What to verify', 'What to trust']}
      rows={[...guide.entryPoints.values()].map((point) => ({
        id: `entryPoints/${point.id}`,
        cells: [
          `${point.title} (${point.openness} ${point.asset})`,
          stagePlaces(guide, point.stages),
          <Lines key="dangers" lines={point.dangers} />,
          <Lines key="verify" lines={point.verify} />,
          <Lines key="trust" lines={point.trust} />,
        ],
      }))}
    />
  );
}

const VERDICTS = {
  closes: 'Closed',
  partly: 'Partly closed',
  open: 'Open',
  outside: 'Out of reach',
} as const;

/** Which gaps tools close, and every tool. */
export function ToolsAndGaps({ context }: { readonly context: PageContext }) {
  const { guide } = context;
  return (
    <>
      <Table
        caption="Gaps and what closes them"
        heads={['Gap', 'Verdict', 'Why', 'OpenSSF tools', 'From elsewhere', 'Stages']}
        rows={[...guide.gaps.values()].map((gap) => ({
          cells: [
            gap.title,
            VERDICTS[gap.verdict],
            gap.reason,
            <EntryList key="tools" context={context} kind="tools" ids={gap.tools} />,
            <EntryList key="others" context={context} kind="tools" ids={gap.alternatives} />,
            stagePlaces(guide, gap.stages),
          ],
        }))}
      />
      <Table
        caption="Tools"
        heads={['Tool', 'Home', 'What it closes', 'What it leaves open', 'Stages']}
        rows={[...guide.tools.values()].map((tool) => ({
          id: `tools/${tool.id}`,
          cells: [
            tool.title,
            tool.standing === undefined ? tool.home : `${tool.home}, ${tool.standing}`,
            tool.closes ?? tool.summary,
            tool.leaves ?? '',
            stagePlaces(guide, tool.stages),
          ],
        }))}
      />
    </>
  );
}

function Lines({ lines }: { readonly lines: readonly string[] }) {
  return (
    <ul>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
