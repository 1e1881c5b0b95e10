import type { Stage } from '../../../catalog/schema/lifecycle';
import type { RuleSummary } from '../../../protocol/panel-catalog';
import type { CatalogIndex } from './catalog-index';

/** Stages of all lifecycles that name the risk, directly or in another edition. */
export function stagesOfRisk(riskId: string, index: CatalogIndex): Stage[] {
  const same = sameRisk(riskId, index);
  return index.catalog.stages
    .filter((stage) => stage.risks.some((id) => same.has(id)))
    .sort((a, b) => a.lifecycle.localeCompare(b.lifecycle) || a.number - b.number);
}

/** Rules that look for the risk, directly or in another edition. */
export function rulesOfRisk(riskId: string, index: CatalogIndex): RuleSummary[] {
  const same = sameRisk(riskId, index);
  return index.catalog.rules.filter((rule) => rule.risks.some((id) => same.has(id)));
}

/** The risk together with its other editions, whichever side names the other. */
export function sameRisk(riskId: string, index: CatalogIndex): ReadonlySet<string> {
  const same = new Set([riskId, ...(index.risk(riskId)?.same ?? [])]);
  for (const risk of index.catalog.risks) if (risk.same.includes(riskId)) same.add(risk.id);
  return same;
}
