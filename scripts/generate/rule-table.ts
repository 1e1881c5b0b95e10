import type { CoreCatalog } from '../../src/catalog/core';
import type { Rule } from '../../src/analysis/rule';
import { table } from './markdown';

/** Rules with their stage and risk, linked to their pages below `folder`. */
export function ruleTable(rules: readonly Rule[], catalog: CoreCatalog, folder: string): string {
  return table(
    ['Rule', 'Finds', 'Stage', 'OWASP', 'Severity', 'Preset'],
    rules.map((rule) => [
      `[\`${rule.id}\`](${folder}${rule.id}.md)`,
      rule.title,
      catalog.stages.get(rule.stages[0])?.title ?? rule.stages[0],
      catalog.risks.get(rule.risks[0])?.label ?? rule.risks[0],
      rule.severity,
      rule.preset,
    ]),
  );
}
