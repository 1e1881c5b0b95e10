import type { Configuration } from './configuration/configuration';
import type { Rule } from './rule';
import { PRESETS, type Confidence, type Severity } from './severity';

/** A rule that is on, with the severity its certain findings get. */
export interface ActiveRule {
  readonly rule: Rule;
  readonly severity: Severity;
}

/** The rules a configuration switches on: those of its preset and those it names, less those it names `off`. */
export function activeRules(rules: readonly Rule[], configuration: Configuration): readonly ActiveRule[] {
  const reach = PRESETS.indexOf(configuration.preset);
  const active: ActiveRule[] = [];
  for (const rule of rules) {
    const own = configuration.rules.get(rule.id);
    if (own === 'off' || (own === undefined && PRESETS.indexOf(rule.preset) > reach)) continue;
    active.push({ rule, severity: own ?? rule.severity });
  }
  return active;
}

/** What a finding is shown as: probable ones are information, whatever the rule's severity. */
export function effectiveSeverity(severity: Severity, confidence: Confidence): Severity {
  return confidence === 'probable' ? 'info' : severity;
}
