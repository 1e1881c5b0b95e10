import type { RuleSummary } from '../../../protocol/panel-catalog';
import { usePanel } from '../panel-context';
import { Section } from '../parts/section';
import { SeverityIcon } from '../parts/severity-label';

/** The rules that look for a risk; each opens its page and keeps the way back. */
export function RuleLinks({ rules }: { readonly rules: readonly RuleSummary[] }) {
  const { go, state } = usePanel();
  if (rules.length === 0) return null;
  return (
    <Section title="Rules that look for it" count={rules.length}>
      <ul class="rule-links">
        {rules.map((rule) => (
          <li key={rule.id}>
            <button
              type="button"
              class="risk-link"
              onClick={() => go({ stage: state.stage, entry: `rules/${rule.id}` })}
            >
              <SeverityIcon severity={rule.severity} />
              <span class="risk-title">{rule.title}</span>
              <span class="code-label">{rule.id}</span>
            </button>
          </li>
        ))}
      </ul>
    </Section>
  );
}
