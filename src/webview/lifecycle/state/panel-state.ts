import * as v from 'valibot';
import type { PanelState } from '../../../protocol/panel';

/** A place in the panel: what it shows, and what back and forward walk through. */
export type Place = Pick<PanelState, 'lifecycle' | 'view' | 'stage' | 'entry' | 'overlay' | 'crosswalk'>;

export const INITIAL_STATE: PanelState = {
  lifecycle: 'mlsecops',
  view: 'diagram',
  stage: undefined,
  entry: undefined,
  overlay: undefined,
  crosswalk: { rows: 'owasp-llm-2026', columns: 'nist-ai-rmf' },
  zoom: undefined,
  followEditor: undefined,
};

export const ZOOM = { least: 0.5, most: 4 } as const;

const id = v.optional(v.string());

const storedState = v.object({
  lifecycle: v.string(),
  view: v.optional(v.picklist(['diagram', 'compare', 'crosswalk']), INITIAL_STATE.view),
  stage: id,
  entry: id,
  overlay: id,
  crosswalk: v.optional(v.object({ rows: v.string(), columns: v.string() }), INITIAL_STATE.crosswalk),
  zoom: v.optional(v.pipe(v.number(), v.minValue(ZOOM.least), v.maxValue(ZOOM.most))),
  followEditor: v.optional(v.boolean()),
});

/** The state kept from before a reload, or the initial one when nothing usable was kept. */
export function restoreState(stored: unknown): PanelState {
  const parsed = v.safeParse(storedState, stored);
  return parsed.success ? { ...INITIAL_STATE, ...parsed.output } : INITIAL_STATE;
}

/** The part of the state that is a place. */
export function placeOf({ lifecycle, view, stage, entry, overlay, crosswalk }: Place): Place {
  return { lifecycle, view, stage, entry, overlay, crosswalk };
}

export function samePlace(one: Place, other: Place): boolean {
  return (
    one.lifecycle === other.lifecycle &&
    one.view === other.view &&
    one.stage === other.stage &&
    one.entry === other.entry &&
    one.overlay === other.overlay &&
    one.crosswalk.rows === other.crosswalk.rows &&
    one.crosswalk.columns === other.crosswalk.columns
  );
}
