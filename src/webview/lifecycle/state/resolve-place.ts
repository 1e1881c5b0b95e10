import type { ToPanel } from '../../../protocol/panel';
import type { CatalogIndex } from '../model/catalog-index';
import { stagesOfRisk } from '../model/risk-relations';
import type { Place } from './panel-state';

/** `place` without the ids this catalog does not know (it may be of a newer or older version). */
export function settlePlace(place: Place, index: CatalogIndex): Place {
  const stage = place.stage !== undefined ? index.stage(place.stage) : undefined;
  const lifecycle = index.lifecycle(place.lifecycle) ?? index.catalog.lifecycles[0];
  const inLifecycle = stage !== undefined && stage.lifecycle === lifecycle?.id;
  return {
    lifecycle: lifecycle?.id ?? '',
    stage: inLifecycle ? stage.id : undefined,
    risk: place.risk !== undefined ? index.risk(place.risk)?.id : undefined,
    rule: place.rule !== undefined ? index.rule(place.rule)?.id : undefined,
  };
}

/** Where a selection from the host leads: to the lifecycle that holds the stage, rule or risk it names. */
export function placeOfSelection(
  selection: Extract<ToPanel, { type: 'select' }>,
  lifecycle: string,
  index: CatalogIndex,
): Place {
  const rule = selection.rule !== undefined ? index.rule(selection.rule) : undefined;
  const risk = selection.risk !== undefined ? index.risk(selection.risk) : undefined;
  const named = selection.stage !== undefined ? index.stage(selection.stage) : undefined;
  const candidates = named
    ? [named.id]
    : (rule?.stages ?? (risk ? stagesOfRisk(risk.id, index).map((stage) => stage.id) : []));
  const shown = candidates.find((id) => index.stage(id)?.lifecycle === lifecycle) ?? candidates[0];
  const home = shown !== undefined ? index.stage(shown) : undefined;
  return {
    lifecycle: home?.lifecycle ?? lifecycle,
    stage: named?.id ?? (rule ? home?.id : undefined),
    risk: risk?.id,
    rule: rule?.id,
  };
}
