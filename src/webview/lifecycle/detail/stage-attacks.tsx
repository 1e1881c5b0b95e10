import type { Stage } from '../../../catalog/schema/lifecycle';
import { usePanel } from '../panel-context';
import { CodeText } from '../parts/code-text';
import { Section } from '../parts/section';

/** How an attack looks at a stage; each row opens the risk behind it. */
export function StageAttacks({ stage }: { readonly stage: Stage }) {
  const { index, go } = usePanel();
  if (stage.attacks.length === 0) return null;
  return (
    <Section title="How an attack looks here" count={stage.attacks.length}>
      <ul class="risk-links">
        {stage.attacks.map(({ risk: id, text }) => {
          const risk = index.risk(id);
          return (
            <li key={text}>
              <button
                type="button"
                class="risk-link"
                title={risk?.title}
                onClick={() => go({ stage: stage.id, entry: `risks/${id}` })}
              >
                <span class="code-label">{risk?.label ?? id}</span>
                <span class="risk-title">
                  <CodeText text={text} />
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
