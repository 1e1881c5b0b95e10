import { usePanel } from '../panel-context';
import { StageChips } from '../detail/chips';
import { Section } from '../parts/section';

/** The detail pane beside the comparison while no stage of it is open. */
export function CompareIntro() {
  const { index } = usePanel();
  const rows = [...index.guide.comparisons.values()];
  const count = (part: 'same' | 'new' | 'gone') => rows.reduce((sum, row) => sum + row[part].length, 0);
  return (
    <>
      <p class="eyebrow">Compare</p>
      <h2 tabIndex={-1}>What changes for LLMs?</h2>
      <p class="lead">
        Of the classic lifecycle {count('same')} things stay, {count('gone')} go, and {count('new')} are new.
        Open a stage to read what to do there.
      </p>
      {index.catalog.lifecycles.map((lifecycle) => (
        <Section key={lifecycle.id} title={lifecycle.title} count={`${lifecycle.stages.length} stages`}>
          <p>{lifecycle.summary}</p>
          <StageChips stages={index.stagesOf(lifecycle)} />
        </Section>
      ))}
    </>
  );
}
