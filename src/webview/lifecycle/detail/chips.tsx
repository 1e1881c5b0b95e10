import type { Risk } from '../../../catalog/schema/reference';
import type { Stage } from '../../../catalog/schema/lifecycle';
import { usePanel } from '../panel-context';

/** Stages as buttons; each opens its stage, in its own lifecycle. */
export function StageChips({ stages }: { readonly stages: readonly Stage[] }) {
  const { go, index } = usePanel();
  return (
    <ul class="chips">
      {stages.map((stage) => (
        <li key={stage.id}>
          <button
            type="button"
            class="chip"
            title={`${stage.title} – ${index.lifecycle(stage.lifecycle)?.title ?? stage.lifecycle}`}
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
