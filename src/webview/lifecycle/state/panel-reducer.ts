import type { SearchHit } from '../../../catalog/search/search-hit';
import type { PanelCatalog } from '../../../protocol/panel-catalog';
import type { PanelSnapshot, PanelState, ToPanel } from '../../../protocol/panel';
import type { PanelSupply } from '../../../protocol/panel-supply';
import { CatalogIndex } from '../model/catalog-index';
import { leave, NO_HISTORY, stepBack, stepForward, type History } from './history';
import { followsEditor, stageToFollow } from './follow-editor';
import { placeOfSelection, settlePlace } from './resolve-place';
import type { Place } from './panel-state';

/** Everything the panel draws from. */
export interface PanelModel {
  readonly state: PanelState;
  readonly history: History;
  /** Both undefined until they have come. */
  readonly snapshot: PanelSnapshot | undefined;
  readonly index: CatalogIndex | undefined;
  /** Undefined until a scan has told of it. */
  readonly supply: PanelSupply | undefined;
  /** A selection that arrived before the catalog. */
  readonly pending: Extract<ToPanel, { type: 'select' }> | undefined;
  /** The last answer to a search. */
  readonly found: { readonly query: string; readonly hits: readonly SearchHit[] } | undefined;
}

export type PanelAction =
  | Exclude<ToPanel, { type: 'draw' }>
  | { readonly type: 'go'; readonly place: Partial<Place> }
  | { readonly type: 'back' }
  | { readonly type: 'forward' }
  | { readonly type: 'zoom'; readonly zoom: number | undefined }
  | { readonly type: 'toggleFollow' };

export function initialModel(state: PanelState): PanelModel {
  return {
    state,
    history: NO_HISTORY,
    snapshot: undefined,
    index: undefined,
    supply: undefined,
    pending: undefined,
    found: undefined,
  };
}

/** The next model. Pure: messages from the host and the user's own moves take the same way. */
export function panelReducer(model: PanelModel, action: PanelAction): PanelModel {
  const { state } = model;
  switch (action.type) {
    case 'catalog':
      return receiveCatalog(model, action.catalog);
    case 'snapshot':
      return arrive(follow({ ...model, snapshot: action.snapshot }, model.snapshot));
    case 'supply':
      return { ...model, supply: action.supply };
    case 'select':
      return model.index && model.snapshot
        ? move(model, placeOfSelection(action, state, model.index))
        : { ...model, pending: action };
    case 'found':
      return { ...model, found: { query: action.query, hits: action.hits } };
    case 'go':
      return move(model, { ...state, stage: undefined, entry: undefined, part: undefined, ...action.place });
    case 'back':
      return step(model, stepBack(model.history, state));
    case 'forward':
      return step(model, stepForward(model.history, state));
    case 'zoom':
      return { ...model, state: { ...state, zoom: action.zoom } };
    case 'toggleFollow':
      return { ...model, state: { ...state, followEditor: !followsEditor(state, model.snapshot) } };
  }
}

function receiveCatalog(model: PanelModel, catalog: PanelCatalog): PanelModel {
  const index = new CatalogIndex(catalog);
  const state = { ...model.state, ...settlePlace(model.state, index) };
  return arrive(follow({ ...model, index, state }, model.index && model.snapshot));
}

/** Turns to the stage of the file in front, where the panel follows it. */
function follow(model: PanelModel, before: PanelSnapshot | undefined): PanelModel {
  const { state, index, snapshot } = model;
  if (!index || !snapshot || !followsEditor(state, snapshot)) return model;
  const stage = stageToFollow(state, before?.editor, snapshot.editor, index);
  return stage === undefined ? model : { ...model, state: { ...state, stage } };
}

/** Opens what was selected while catalog or snapshot were still missing. */
function arrive(model: PanelModel): PanelModel {
  const { pending, index, snapshot } = model;
  return pending && index && snapshot ? panelReducer({ ...model, pending: undefined }, pending) : model;
}

function move(model: PanelModel, place: Place): PanelModel {
  return {
    ...model,
    history: leave(model.history, model.state, place),
    state: { ...model.state, ...place },
  };
}

function step(model: PanelModel, to: { place: Place; history: History } | undefined): PanelModel {
  return to ? { ...model, history: to.history, state: { ...model.state, ...to.place } } : model;
}
