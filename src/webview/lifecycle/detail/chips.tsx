import type { Risk } from '../../../catalog/schema/reference';
import type { Stage } from '../../../catalog/schema/lifecycle';
import { shortName } from '../model/lifecycle-name';
import { usePanel } from '../panel-context';

/** Stages as buttons; each opens its stage, in its own lifecycle. Those of two lifecycles stand apart. */
export function StageChips({ stages }: { readonly stages: readonly Stage[] }) {
  const { index } = usePanel();
  const groups = index.catalog.lifecycles
    .map((lifecycle) => ({
      name: shortName(lifecycle),
      stages: stages.filter((stage) => stage.lifecycle === lifecycle.id),
    }))
    .filter((group) => group.stages.length > 0);
  return (
    <>
      {groups.map((group) => (
        <div key={group.name} class="chip-group">
          {groups.length > 1 && <h4>{group.name}</h4>}
          <ChipList stages={group.stages} />
        </div>
      ))}
    </>
  );
}

function ChipList({ stages }: { readonly stages: readonly Stage[] }) {
  const { go } = usePanel();
  const inOrder = [...stages].sort((a, b) => a.number - b.number);
  return (
    <ul class="chips">
      {inOrder.map((stage) => (
        <li key={stage.id}>
          <button
            type="button"
            class="chip"
            title={stage.title}
            onClick={() => go({ lifecycle: stage.lifecycle, stage: stage.id })}
          >
            <span class="chip-number">{stage.number}</span> {stage.shortTitle}
          </button>
        </li>
      ))}
    </ul>
  );
}

interface RiskLinksProps {
  readonly risks: readonly Risk[];
  /** Number of findings by risk id, shown where it is above zero. */
  readonly counts?: ReadonlyMap<string, number>;
}

/** Risks as rows with the label people know them by; each opens the risk and keeps the stage. */
export function RiskLinks({ risks, counts }: RiskLinksProps) {
  const { go, state } = usePanel();
  return (
    <ul class="risk-links">
      {risks.map((risk) => {
        const count = counts?.get(risk.id) ?? 0;
        return (
          <li key={risk.id}>
            <button
              type="button"
              class="risk-link"
              onClick={() => go({ stage: state.stage, entry: `risks/${risk.id}` })}
            >
              <span class="code-label">{risk.label}</span>
              <span class="risk-title">{risk.title}</span>
              {count > 0 && <span class="risk-count">{count === 1 ? '1 finding' : `${count} findings`}</span>}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
