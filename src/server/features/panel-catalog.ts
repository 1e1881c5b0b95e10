import type { Rule } from '../../analysis/rule';
import type { Catalog } from '../../catalog/catalog';
import type { PanelCatalog, RuleSummary } from '../../protocol/panel-catalog';

/** The catalog and the rules as views and panel show them; `fixable` are the ids of rules that offer edits. */
export function panelCatalog(
  catalog: Catalog,
  rules: readonly Rule[],
  fixable: ReadonlySet<string>,
): PanelCatalog {
  return {
    lifecycles: [...catalog.lifecycles.values()],
    stages: [...catalog.stages.values()],
    risks: [...catalog.risks.values()],
    weaknesses: [...catalog.weaknesses.values()],
    techniques: [...catalog.techniques.values()],
    controls: [...catalog.controls.values()],
    roles: [...catalog.roles.values()],
    tools: [...catalog.tools.values()],
    rules: rules.map((rule) => ruleSummary(rule, fixable.has(rule.id))),
  };
}

function ruleSummary(rule: Rule, hasFix: boolean): RuleSummary {
  const { id, title, severity, preset, stages, risks, cwe, atlas, controls, what, why, fix, references } =
    rule;
  return {
    ...{ id, title, severity, preset, stages, risks, cwe, atlas, controls, what, why, fix, references },
    hasFix,
  };
}
