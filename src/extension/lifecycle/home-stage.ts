import { homeStages as homesIn } from '../../catalog/home-stages';
import type { PanelCatalog } from '../../protocol/panel-catalog';
import { lifecyclesFrom } from './lifecycle-order';

/** The homes of a finding in the lifecycles of a catalog. */
export function homeStages(stages: readonly string[], catalog: PanelCatalog): readonly string[] {
  return homesIn(stages, catalog.lifecycles);
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
