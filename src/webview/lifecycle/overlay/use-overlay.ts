import { useMemo } from 'preact/hooks';
import type { Overlay } from '../../../diagram/overlay';
import type { PanelSnapshot } from '../../../protocol/panel';
import type { PanelSupply } from '../../../protocol/panel-supply';
import { useLater } from '../later';
import { OVERLAYS } from './later-overlays';
import type { CatalogIndex } from '../model/catalog-index';

/** The chosen overlay with this workspace's findings and parts; made anew only when it, the catalog or they change. */
export function useOverlay(
  id: string | undefined,
  index: CatalogIndex | undefined,
  findings: PanelSnapshot['findings'] | undefined,
  supply: PanelSupply | undefined,
): Overlay | undefined {
  const overlays = useLater(OVERLAYS, id !== undefined);
  return useMemo(
    () =>
      id === undefined || !index || !findings
        ? undefined
        : overlays?.makeOverlay(index.guide, index.relations(), id, {
            findingsByRisk: findingsByRisk(findings),
            ...(supply ? { parts: supply.parts } : {}),
          }),
    [overlays, id, index, findings, supply],
  );
}

/** Number of findings by risk and stage, of those that were sent. */
function findingsByRisk(findings: PanelSnapshot['findings']): Map<string, Map<string, number>> {
  const risks = new Map<string, Map<string, number>>();
  for (const [stage, { shown }] of Object.entries(findings)) {
    for (const finding of shown) {
      for (const risk of finding.risks) {
        const stages = risks.get(risk) ?? new Map<string, number>();
        stages.set(stage, (stages.get(stage) ?? 0) + 1);
        risks.set(risk, stages);
      }
    }
  }
  return risks;
}
