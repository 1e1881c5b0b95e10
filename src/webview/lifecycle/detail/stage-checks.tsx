import type { Stage } from '../../../catalog/schema/lifecycle';
import { usePanel } from '../panel-context';
import { CodeText } from '../parts/code-text';
import { Icon } from '../parts/icon';
import { Section } from '../parts/section';

/** The checks of a stage, each with the controls it serves. */
export function StageChecks({ stage }: { readonly stage: Stage }) {
  const { index, go } = usePanel();
  if (stage.checks.length === 0) return null;
  return (
    <Section title="Checks" count={stage.checks.length}>
      <ul class="checks">
        {stage.checks.map((check) => (
          <li key={check.title}>
            <Icon name="check" />
            <span class="check-title">
              <CodeText text={check.title} />
            </span>
            <span class="check-controls">
              {check.controls.map((id) => (
                <button
                  key={id}
                  type="button"
                  class="code-link"
                  title={index.control(id)?.title}
                  onClick={() => go({ stage: stage.id, entry: `controls/${id}` })}
                >
                  {id}
                </button>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
