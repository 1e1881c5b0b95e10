import type { WireFinding } from '../../protocol/finding';
import type { PanelCatalog } from '../../protocol/panel-catalog';
import { homeStages } from './home-stage';

/** How many findings have their home at each stage. */
export function countByStage(
  findings: readonly WireFinding[],
  catalog: PanelCatalog,
): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { stages } of findings) {
    for (const stage of homeStages(stages, catalog)) counts[stage] = (counts[stage] ?? 0) + 1;
  }
  return counts;
}
