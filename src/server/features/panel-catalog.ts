import type { Rule } from '../../analysis/rule';
import type { GuideEntries } from '../../catalog/entries';
import type { PanelCatalog, RuleSummary } from '../../protocol/panel-catalog';

/** The guide and the rules as views and panel show them; `fixable` are the ids of rules that offer edits. */
export function panelCatalog(
  { synonyms: _synonyms, ...guide }: GuideEntries,
  rules: readonly Rule[],
  fixable: ReadonlySet<string>,
): PanelCatalog {
  return { ...guide, rules: rules.map((rule) => ruleSummary(rule, fixable.has(rule.id))) };
}

function ruleSummary(rule: Rule, hasFix: boolean): RuleSummary {
  const { id, title, severity, preset, stages, risks, cwe, atlas, controls, what, why, fix, references } =
    rule;
  return {
    ...{ id, title, severity, preset, stages, risks, cwe, atlas, controls, what, why, fix, references },
    hasFix,
  };
}
