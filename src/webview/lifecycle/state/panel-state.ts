import * as v from 'valibot';
import type { PanelState } from '../../../protocol/panel';

/** A place in the panel: what the detail pane shows. The most specific of rule, risk and stage wins. */
export type Place = Pick<PanelState, 'lifecycle' | 'stage' | 'risk' | 'rule'>;

export const INITIAL_STATE: PanelState = {
  lifecycle: 'mlsecops',
  stage: undefined,
  risk: undefined,
  rule: undefined,
  followEditor: undefined,
};

const storedState = v.object({
  lifecycle: v.string(),
  stage: v.optional(v.string()),
  risk: v.optional(v.string()),
  rule: v.optional(v.string()),
  followEditor: v.optional(v.boolean()),
});

/** The state kept from before a reload, or the initial one when nothing usable was kept. */
export function restoreState(stored: unknown): PanelState {
  const parsed = v.safeParse(storedState, stored);
  if (!parsed.success) return INITIAL_STATE;
  const { lifecycle, stage, risk, rule, followEditor } = parsed.output;
  return { lifecycle, stage, risk, rule, followEditor };
}

export function samePlace(one: Place, other: Place): boolean {
  return (
    one.lifecycle === other.lifecycle &&
    one.stage === other.stage &&
    one.risk === other.risk &&
    one.rule === other.rule
  );
}
