import type { PanelState } from '../../../protocol/panel';
import type { CatalogIndex } from './catalog-index';
import { stagesOfEntry } from './entry-stages';

/** The stages that the page shown touches, to be lit in the diagram; undefined when it touches none or there is none. */
export function litStages(state: PanelState, index: CatalogIndex): ReadonlySet<string> | undefined {
  if (state.entry === undefined) return undefined;
  const stages = stagesOfEntry(state.entry, index);
  return stages.length > 0 ? new Set(stages.map((stage) => stage.id)) : undefined;
}
