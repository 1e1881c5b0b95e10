import type { Severity } from '../../analysis/severity';
import type { WireFinding } from '../../protocol/finding';
import type { PanelCatalog } from '../../protocol/panel-catalog';
import type { PanelSnapshot } from '../../protocol/panel';
import { byUrgency } from '../findings/finding-order';
import { homeStages } from '../lifecycle/home-stage';

/** Findings of one stage that go to the panel; the worst first, so that those left out are the least urgent. */
export const MAX_SHOWN = 200;

export interface SnapshotInput extends Omit<PanelSnapshot, 'findings' | 'totals'> {
  readonly findings: readonly WireFinding[];
}

/** What the lifecycle panel shows of the workspace; the catalog says which stage a finding belongs to. */
export function panelSnapshot({ findings, ...rest }: SnapshotInput, catalog: PanelCatalog): PanelSnapshot {
  const byStage: Record<string, { total: number; shown: WireFinding[] }> = {};
  const totals: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  for (const finding of [...findings].sort(byUrgency)) {
    totals[finding.severity] += 1;
    for (const stage of homeStages(finding.stages, catalog)) {
      const entry = (byStage[stage] ??= { total: 0, shown: [] });
      entry.total += 1;
      if (entry.shown.length < MAX_SHOWN) entry.shown.push(finding);
    }
  }
  return { findings: byStage, totals, ...rest };
}
