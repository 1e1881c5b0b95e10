import type { PanelCatalog } from '../../protocol/panel-catalog';
import { lifecyclesFrom } from './lifecycle-order';

/**
 * A rule or a file touches several stages, the first one most. So that a finding is listed and counted once in a diagram,
 * it has one home in each lifecycle: the first of its stages that the lifecycle has.
 */
export function homeStages(stages: readonly string[], catalog: PanelCatalog): readonly string[] {
  return catalog.lifecycles.flatMap((lifecycle) => {
    const home = stages.find((stage) => lifecycle.stages.includes(stage));
    return home === undefined ? [] : [home];
  });
}

/** The home in one lifecycle, or else in another, or else the first stage, known or not. */
export function homeStage(
  stages: readonly string[],
  catalog: PanelCatalog | undefined,
  lifecycle: string,
): string | undefined {
  for (const { stages: known } of catalog ? lifecyclesFrom(catalog, lifecycle) : []) {
    const home = stages.find((stage) => known.includes(stage));
    if (home !== undefined) return home;
  }
  return stages[0];
}
