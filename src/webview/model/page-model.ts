import type { ModelView, OpcodeRow, ViewTarget } from '../../report/model/view/model-view';
import type { ToModelPage } from '../../protocol/model/to-model-page';
import type { SignatureView } from '../../report/signing/signature-view';
import type { PageState } from './page-state';

/** How far the inspection is. */
export type Progress =
  | { readonly state: 'waiting' }
  | { readonly state: 'running'; readonly name: string; readonly size: number; readonly read: number }
  | { readonly state: 'done' }
  | { readonly state: 'stopped' }
  | { readonly state: 'failed'; readonly message: string };

export interface PageModel {
  readonly state: PageState;
  readonly progress: Progress;
  readonly view: ModelView | undefined;
  /** Undefined until the host has looked for one. */
  readonly signature: SignatureView | undefined;
  /** Pages of the disassembly that is shown. */
  readonly pages: ReadonlyMap<number, readonly OpcodeRow[]>;
  /** Rows of that disassembly; undefined until a page of it has come. */
  readonly rows: number | undefined;
  /** The row of an opcode, or the line of a text, that a finding points to; counted, so that a second click counts too. */
  readonly shown:
    { readonly target: ViewTarget; readonly row: number | undefined; readonly times: number } | undefined;
}

export type PageAction =
  | ToModelPage
  | { readonly type: 'change'; readonly state: Partial<PageState> }
  | { readonly type: 'show'; readonly target: ViewTarget };

/** Pages of a disassembly that are kept; those that were not looked at for longest go first. */
const KEPT_PAGES = 20;

/** What the page becomes after something has happened. */
export function pageReducer(model: PageModel, action: PageAction): PageModel {
  switch (action.type) {
    case 'running': {
      // A new round begins at its beginning: what was shown of the file may be wrong by now.
      const isNew = model.progress.state !== 'running' && model.progress.state !== 'waiting';
      const { type: _type, ...rest } = action;
      return { ...(isNew ? fresh(model) : model), progress: { state: 'running', ...rest } };
    }
    case 'view': {
      const progress: Progress = action.view.complete ? { state: 'done' } : model.progress;
      const before = action.view.complete ? fresh(model) : model;
      return { ...before, view: action.view, progress };
    }
    case 'signature':
      return { ...model, signature: action.signature };
    case 'stopped':
      return { ...model, progress: { state: 'stopped' } };
    case 'failed':
      return { ...model, progress: { state: 'failed', message: action.message } };
    case 'opcodes':
      return action.pickle === model.state.pickle
        ? { ...model, rows: action.total, pages: keptPages(model.pages, action.page, action.rows) }
        : model;
    case 'located': {
      const { shown } = model;
      if (shown?.target.kind !== 'opcode' || shown.target.pickle !== action.pickle) return model;
      return { ...model, shown: { ...shown, row: action.row } };
    }
    case 'change': {
      const state = { ...model.state, ...action.state };
      return withPickle({ ...model, state }, model.state.pickle);
    }
    case 'show': {
      const { target } = action;
      const times = (model.shown?.times ?? 0) + 1;
      const state: PageState =
        target.kind === 'opcode'
          ? { ...model.state, tab: 'opcodes', pickle: target.pickle }
          : { ...model.state, tab: 'texts' };
      return withPickle({ ...model, state, shown: { target, row: undefined, times } }, model.state.pickle);
    }
  }
}

function fresh(model: PageModel): PageModel {
  return { ...model, view: undefined, pages: new Map(), rows: undefined };
}

/** Pages belong to one pickle. */
function withPickle(model: PageModel, before: number): PageModel {
  return model.state.pickle === before ? model : { ...model, pages: new Map(), rows: undefined };
}

function keptPages(
  pages: PageModel['pages'],
  page: number,
  rows: readonly OpcodeRow[],
): ReadonlyMap<number, readonly OpcodeRow[]> {
  const kept = new Map(pages);
  kept.delete(page);
  kept.set(page, rows);
  const [oldest] = kept.keys();
  if (kept.size > KEPT_PAGES && oldest !== undefined) kept.delete(oldest);
  return kept;
}
