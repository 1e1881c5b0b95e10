import { usePanel } from '../panel-context';
import { CodeText } from '../parts/code-text';
import { EntryLink } from '../parts/entry-links';
import { Section } from '../parts/section';

/** The detail pane beside the matrix while no page is open: what its signs say, and what the two lists are. */
export function CrosswalkIntro() {
  const { state } = usePanel();
  const { rows, columns } = state.crosswalk;
  return (
    <>
      <p class="eyebrow">Crosswalk</p>
      <h2 tabIndex={-1}>How do two frameworks belong together?</h2>
      <p class="lead">
        Choose the rows and the columns. Each sign is a pair that belongs together; open it to see why.
      </p>
      <Section title="Signs">
        <ul class="crosswalk-signs">
          <li>
            <span class="cell-official">●</span> The publisher itself maps one to the other
          </li>
          <li>
            <span class="cell-direct">◆</span> One names the other, by our own reading
          </li>
          <li>
            <span class="cell-via">○</span> The same controls answer both; the number says how many
          </li>
        </ul>
      </Section>
      <Section title="The two lists">
        <AxisLine id={rows} />
        <AxisLine id={columns} />
      </Section>
    </>
  );
}

function AxisLine({ id }: { readonly id: string }) {
  const { index } = usePanel();
  const framework = index.entry(`frameworks/${id}`);
  if (!framework) return <p>{index.axes().find((axis) => axis.id === id)?.title ?? id}: our own list.</p>;
  return (
    <div class="risk-links">
      <EntryLink entry={framework} label="" />
      <p class="axis-summary quiet">
        <CodeText text={framework.summary} />
      </p>
    </div>
  );
}
