import type { PanelSnapshot, PanelState, ToPanel } from '../../../protocol/panel';
import { CatalogIndex } from '../model/catalog-index';
import { leave, NO_HISTORY, stepBack, stepForward, type History } from './history';
import { followsEditor, stageToFollow } from './follow-editor';
import { placeOfSelection, settlePlace } from './resolve-place';
import type { Place } from './panel-state';

/** Everything the panel draws from. */
export interface PanelModel {
  readonly state: PanelState;
  readonly history: History;
  /** Undefined until the first snapshot. */
  readonly snapshot: PanelSnapshot | undefined;
  readonly index: CatalogIndex | undefined;
  /** A selection that arrived before the catalog. */
  readonly pending: Extract<ToPanel, { type: 'select' }> | undefined;
}

export type PanelAction =
  | ToPanel
  | { readonly type: 'go'; readonly place: Partial<Place> }
  | { readonly type: 'back' }
  | { readonly type: 'forward' }
  | { readonly type: 'lifecycle'; readonly id: string }
  | { readonly type: 'toggleFollow' };

export function initialModel(state: PanelState): PanelModel {
  return { state, history: NO_HISTORY, snapshot: undefined, index: undefined, pending: undefined };
}

/** The next model. Pure: messages from the host and the user's own moves take the same way. */
export function panelReducer(model: PanelModel, action: PanelAction): PanelModel {
  switch (action.type) {
    case 'snapshot':
      return receiveSnapshot(model, action.snapshot);
    case 'select':
      return model.index
        ? move(model, placeOfSelection(action, model.state.lifecycle, model.index))
        : { ...model, pending: action };
    case 'go': {
      const { stage, risk, rule, lifecycle = model.state.lifecycle } = action.place;
      return move(model, { lifecycle, stage, risk, rule });
    }
    case 'lifecycle':
      return move(model, { lifecycle: action.id, stage: undefined, risk: undefined, rule: undefined });
    case 'back':
      return step(model, stepBack(model.history, model.state));
    case 'forward':
      return step(model, stepForward(model.history, model.state));
    case 'toggleFollow':
      return {
        ...model,
        state: { ...model.state, followEditor: !followsEditor(model.state, model.snapshot) },
      };
  }
}

function receiveSnapshot(model: PanelModel, snapshot: PanelSnapshot): PanelModel {
  const index = new CatalogIndex(snapshot.catalog);
  let state: PanelState = { ...model.state, ...settlePlace(model.state, index) };
  const followed = followsEditor(state, snapshot)
    ? stageToFollow(state, model.snapshot?.editor, snapshot.editor, index)
    : undefined;
  if (followed !== undefined) state = { ...state, stage: followed };
  const next: PanelModel = { ...model, snapshot, index, state, pending: undefined };
  return model.pending ? panelReducer(next, model.pending) : next;
}

function move(model: PanelModel, place: Place): PanelModel {
  const { lifecycle, stage, risk, rule } = place;
  return {
    ...model,
    history: leave(model.history, model.state, place),
    state: { ...model.state, lifecycle, stage, risk, rule },
  };
}

function step(model: PanelModel, to: { place: Place; history: History } | undefined): PanelModel {
  if (!to) return model;
  const { lifecycle, stage, risk, rule } = to.place;
  return { ...model, history: to.history, state: { ...model.state, lifecycle, stage, risk, rule } };
}
