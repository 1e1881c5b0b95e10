import type { Stage } from '../../../catalog/schema/lifecycle';
import { usePanel } from '../panel-context';
import { Icon } from '../parts/icon';
import { Section } from '../parts/section';

/** The checks of a stage, each with the controls it serves. */
export function StageChecks({ stage }: { readonly stage: Stage }) {
  const { index } = usePanel();
  if (stage.checks.length === 0) return null;
  return (
    <Section title="Checks" count={stage.checks.length}>
      <ul class="checks">
        {stage.checks.map((check) => (
          <li key={check.title}>
            <Icon name="check" />
            <span class="check-title">{check.title}</span>
            <span class="check-controls">
              {check.controls.map((id) => (
                <span key={id} class="code-label" title={index.control(id)?.title}>
                  {id}{' '}
                </span>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
