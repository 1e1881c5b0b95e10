import { activeRules } from '../../analysis/active-rules';
import type { Configuration } from '../../analysis/configuration/configuration';
import { RULES } from '../../analysis/rules/registry.generated';
import type { Severity } from '../../analysis/severity';
import { isSideCode } from '../../analysis/side-code';
import type { FileFacts } from '../../supplychain/facts/located-facts';
import type { Inventory } from '../../supplychain/inventory/inventory';
import { checkPolicy, type Violation } from '../../supplychain/policy/check-policy';
import type { Policy } from '../../supplychain/policy/policy-schema';
import type { LocatedFinding } from '../file-analysis/file-result';
import { Fingerprints } from '../file-analysis/fingerprint';

/** What a project wants, and what it is held against. */
export interface PolicyInput {
  readonly policy: Policy;
  readonly inventory: Inventory;
  readonly files: readonly Pick<FileFacts, 'path' | 'stages'>[];
  readonly configuration: Configuration;
  /** `2026-11-23` */
  readonly today: string;
}

/** What of a workspace does not keep to its policy, as findings of the rules that are on; by file, in the order of their places. */
export function policyFindings(input: PolicyInput): ReadonlyMap<string, readonly LocatedFinding[]> {
  const { policy, inventory, files, configuration, today } = input;
  const active = new Set(activeRules(RULES, configuration).map(({ rule }) => rule.id));
  const byFile = new Map<string, Violation[]>();
  for (const violation of checkPolicy(inventory, policy, files, today)) {
    const { path } = violation.use;
    if (!active.has(violation.rule) || isHidden(path, configuration)) continue;
    byFile.set(path, [...(byFile.get(path) ?? []), violation]);
  }
  return new Map(
    [...byFile].map(([path, violations]) => {
      const fingerprints = new Fingerprints();
      return [path, violations.sort(byPlace).map((one) => finding(one, configuration, fingerprints))];
    }),
  );
}

function finding(
  { rule, message, severity, part, use }: Violation,
  configuration: Configuration,
  fingerprints: Fingerprints,
): LocatedFinding {
  return {
    ruleId: rule,
    message,
    severity: severityIn(use.path, severity, configuration),
    confidence: 'certain',
    subject: part,
    location: use.location,
    path: [],
    fixes: [],
    excerpt: '',
    fingerprint: fingerprints.of({ ruleId: rule, subject: part }, use.via),
    inOutput: false,
  };
}

function isHidden(path: string, { testCode }: Configuration): boolean {
  return testCode === 'hidden' && isSideCode(path);
}

/** Beside the product findings are information, unless the project says otherwise: the same as those in code. */
function severityIn(path: string, severity: Severity, { testCode, preset }: Configuration): Severity {
  const mode = testCode ?? (preset === 'recommended' ? 'information' : 'full');
  return mode === 'information' && isSideCode(path) ? 'info' : severity;
}

function byPlace({ use: a, rule: ruleA }: Violation, { use: b, rule: ruleB }: Violation): number {
  return (
    (a.location.cell ?? 0) - (b.location.cell ?? 0) ||
    a.location.start.line - b.location.start.line ||
    a.location.start.character - b.location.start.character ||
    (ruleA < ruleB ? -1 : 1)
  );
}
