import type { PanelSnapshot, PanelState } from '../../../protocol/panel';
import type { CatalogIndex } from '../model/catalog-index';

type Editor = PanelSnapshot['editor'];

/** Whether the panel follows the editor: as its user chose, otherwise as the setting says. */
export function followsEditor(state: PanelState, snapshot: PanelSnapshot | undefined): boolean {
  return state.followEditor ?? snapshot?.followEditor ?? false;
}

/**
 * The stage to turn to because another file came to the front, or undefined to stay. Stays when the user reads a page or
 * another view, and when the file belongs only to the other lifecycle. The first file after a reload is only noted,
 * unless nothing is selected yet: the panel comes back as it was.
 */
export function stageToFollow(
  state: PanelState,
  before: Editor,
  now: Editor,
  index: CatalogIndex,
): string | undefined {
  if (state.entry !== undefined || state.view !== 'diagram' || !now) return undefined;
  const changed = before !== undefined && (before.name !== now.name || !sameList(before.stages, now.stages));
  const chosen = state.stage ?? state.overlay;
  if (!changed && (chosen !== undefined || before !== undefined)) return undefined;
  return now.stages.find((id) => index.stage(id)?.lifecycle === state.lifecycle);
}

function sameList(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((item, at) => item === other[at]);
}
