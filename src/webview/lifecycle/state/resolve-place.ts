import type { ToPanel } from '../../../protocol/panel';
import type { CatalogIndex } from '../model/catalog-index';
import { stagesOfEntry } from '../model/entry-stages';
import { INITIAL_STATE, placeOf, type Place } from './panel-state';

/** `place` without the ids this catalog does not know (it may be of a newer or older version). */
export function settlePlace(place: Place, index: CatalogIndex): Place {
  const { crosswalk } = place;
  const stage = place.stage === undefined ? undefined : index.stage(place.stage);
  const lifecycle = index.lifecycle(place.lifecycle) ?? index.catalog.lifecycles[0];
  const inLifecycle = stage !== undefined && stage.lifecycle === lifecycle?.id;
  return {
    lifecycle: lifecycle?.id ?? '',
    view: place.view,
    stage: inLifecycle ? stage.id : undefined,
    entry: place.entry === undefined ? undefined : index.knownRef(place.entry),
    // Whether there is such an overlay is known only when it is made; until then, and without it, nothing is drawn.
    overlay: place.overlay,
    part: place.part,
    crosswalk:
      index.hasAxis(crosswalk.rows) && index.hasAxis(crosswalk.columns) ? crosswalk : INITIAL_STATE.crosswalk,
  };
}

/**
 * Where a selection from the host leads: to the lifecycle that holds the stage it names, or one that its entry touches.
 * What it does not speak of stays as it is.
 */
export function placeOfSelection(
  selection: Extract<ToPanel, { type: 'select' }>,
  present: Place,
  index: CatalogIndex,
): Place {
  const entry = entryOf(selection, index);
  const stageId =
    selection.stage ?? (entry?.startsWith('stages/') ? entry.slice('stages/'.length) : undefined);
  const named = stageId === undefined ? undefined : index.stage(stageId);
  const chosen = selection.lifecycle === undefined ? undefined : index.lifecycle(selection.lifecycle)?.id;
  const lifecycle = named?.lifecycle ?? chosen ?? homeOf(entry, present.lifecycle, index);
  const ofRule = entry?.startsWith('rules/') ? firstStage(entry, lifecycle, index) : undefined;
  return {
    ...placeOf(present),
    lifecycle,
    view: selection.view ?? 'diagram',
    stage: named?.id ?? ofRule,
    entry: entry?.startsWith('stages/') ? undefined : entry,
    overlay: selection.overlay ?? present.overlay,
    part: undefined,
  };
}

/** The page a selection names; a rule before an entry before a risk. */
function entryOf(selection: Extract<ToPanel, { type: 'select' }>, index: CatalogIndex): string | undefined {
  const { rule, entry, risk } = selection;
  const named = [
    rule === undefined ? undefined : `rules/${rule}`,
    entry,
    risk === undefined ? undefined : `risks/${risk}`,
  ];
  return named
    .map((ref) => (ref === undefined ? undefined : index.knownRef(ref)))
    .find((ref) => ref !== undefined);
}

/** The lifecycle to show an entry in: the present one when the entry touches it or none. */
function homeOf(entry: string | undefined, present: string, index: CatalogIndex): string {
  if (entry === undefined) return present;
  const touched = stagesOfEntry(entry, index).map((stage) => stage.lifecycle);
  return touched.includes(present) ? present : (touched[0] ?? present);
}

function firstStage(entry: string, lifecycle: string, index: CatalogIndex): string | undefined {
  return stagesOfEntry(entry, index).find((stage) => stage.lifecycle === lifecycle)?.id;
}
