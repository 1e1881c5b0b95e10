import type { PanelState } from '../../../protocol/panel';
import type { CatalogIndex } from './catalog-index';
import { stagesOfRisk } from './risk-relations';

/** The stages that a shown rule or risk touches, to be lit in the diagram; undefined when neither is shown. */
export function litStages(state: PanelState, index: CatalogIndex): ReadonlySet<string> | undefined {
  const rule = state.rule !== undefined ? index.rule(state.rule) : undefined;
  if (rule) return new Set(rule.stages);
  if (state.risk === undefined) return undefined;
  return new Set(stagesOfRisk(state.risk, index).map((stage) => stage.id));
}
