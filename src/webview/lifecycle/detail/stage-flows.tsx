import type { Stage } from '../../../catalog/schema/lifecycle';
import { flowsOfStage } from '../model/stage-flows';
import { usePanel } from '../panel-context';
import { Section } from '../parts/section';

interface FlowRow {
  readonly other: string;
  readonly label: string;
}

/** What other stages give to a stage and get from it; each row opens the other stage. */
export function StageFlows({ stage }: { readonly stage: Stage }) {
  const { index } = usePanel();
  const { incoming, outgoing } = flowsOfStage(stage, index);
  if (incoming.length + outgoing.length === 0) return null;
  return (
    <Section title="What flows" count={incoming.length + outgoing.length}>
      <div class="columns">
        <FlowColumn title="In" rows={incoming.map(({ from, label }) => ({ other: from, label }))} />
        <FlowColumn title="Out" rows={outgoing.map(({ to, label }) => ({ other: to, label }))} />
      </div>
    </Section>
  );
}

function FlowColumn({ title, rows }: { readonly title: string; readonly rows: readonly FlowRow[] }) {
  const { index, go } = usePanel();
  if (rows.length === 0) return null;
  return (
    <div>
      <h4>{title}</h4>
      <ul class="flow-links">
        {rows.map(({ other, label }) => {
          const stage = index.stage(other);
          return (
            stage && (
              <li key={other}>
                <button
                  type="button"
                  class="flow-link"
                  title={stage.title}
                  onClick={() => go({ stage: stage.id })}
                >
                  <span class="chip-number">{stage.number}</span>
                  <span class="risk-title">
                    {label}
                    <span class="visually-hidden">{` ${title === 'In' ? 'from' : 'to'} ${stage.title}`}</span>
                  </span>
                </button>
              </li>
            )
          );
        })}
      </ul>
    </div>
  );
}
