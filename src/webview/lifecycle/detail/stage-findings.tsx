import type { Stage } from '../../../catalog/schema/lifecycle';
import { shortCount } from '../../../diagram/short-count';
import { worstFirst } from '../model/findings';
import { usePanel } from '../panel-context';
import { Section } from '../parts/section';
import { FindingsList } from './findings-list';

/** The findings of a stage, with the way to all of them when there are more than the panel holds. */
export function StageFindings({ stage }: { readonly stage: Stage }) {
  const { snapshot, post } = usePanel();
  const entry = snapshot.findings[stage.id];
  const total = entry?.total ?? 0;
  return (
    <Section title="Findings" count={shortCount(total)}>
      {entry && total > 0 ? (
        <>
          <FindingsList key={stage.id} findings={worstFirst(entry.shown)} />
          <button
            type="button"
            class="link-button"
            onClick={() => post({ type: 'showFindings', stage: stage.id })}
          >
            Show all in Findings view
          </button>
        </>
      ) : (
        <p class="quiet">None in what has been analysed so far.</p>
      )}
    </Section>
  );
}
