import type { Lifecycle, Stage } from '../../../catalog/schema/lifecycle';
import type { CatalogIndex } from './catalog-index';

type Flow = Lifecycle['flows'][number];

/** What goes into a stage and what comes out of it. */
export interface StageFlows {
  readonly incoming: readonly Flow[];
  readonly outgoing: readonly Flow[];
}

export function flowsOfStage(stage: Stage, index: CatalogIndex): StageFlows {
  const flows = index.lifecycle(stage.lifecycle)?.flows ?? [];
  return {
    incoming: flows.filter(({ to }) => to === stage.id),
    outgoing: flows.filter(({ from }) => from === stage.id),
  };
}
