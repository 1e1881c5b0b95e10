import type { PanelState } from '../../../protocol/panel';
import { flag, number, object, oneOf, optional, text } from './shape';

/** A place in the panel: what it shows, and what back and forward walk through. */
export type Place = Pick<
  PanelState,
  'lifecycle' | 'view' | 'stage' | 'entry' | 'overlay' | 'part' | 'crosswalk'
>;

export const INITIAL_STATE: PanelState = {
  lifecycle: 'mlsecops',
  view: 'diagram',
  stage: undefined,
  entry: undefined,
  overlay: undefined,
  part: undefined,
  crosswalk: { rows: 'owasp-llm-2026', columns: 'nist-ai-rmf' },
  zoom: undefined,
  followEditor: undefined,
};

export const ZOOM = { least: 0.5, most: 4 } as const;

const id = optional(text);

const storedState = object({
  lifecycle: text,
  view: optional(oneOf('diagram', 'compare', 'crosswalk', 'lineage')),
  stage: id,
  entry: id,
  overlay: id,
  part: id,
  crosswalk: optional(object({ rows: text, columns: text })),
  zoom: optional((value) => number(value) && Number(value) >= ZOOM.least && Number(value) <= ZOOM.most),
  followEditor: optional(flag),
});

/** The state kept from before a reload, or the initial one when nothing usable was kept. */
export function restoreState(stored: unknown): PanelState {
  if (!storedState(stored)) return INITIAL_STATE;
  const { lifecycle, view, stage, entry, overlay, part, crosswalk, zoom, followEditor } =
    stored as Partial<PanelState> & Pick<PanelState, 'lifecycle'>;
  return {
    ...{ lifecycle, stage, entry, overlay, part, zoom, followEditor },
    view: view ?? INITIAL_STATE.view,
    crosswalk: crosswalk ?? INITIAL_STATE.crosswalk,
  };
}

/** The part of the state that is a place. */
export function placeOf({ lifecycle, view, stage, entry, overlay, part, crosswalk }: Place): Place {
  return { lifecycle, view, stage, entry, overlay, part, crosswalk };
}

export function samePlace(one: Place, other: Place): boolean {
  return (
    one.lifecycle === other.lifecycle &&
    one.view === other.view &&
    one.stage === other.stage &&
    one.entry === other.entry &&
    one.overlay === other.overlay &&
    one.part === other.part &&
    one.crosswalk.rows === other.crosswalk.rows &&
    one.crosswalk.columns === other.crosswalk.columns
  );
}
