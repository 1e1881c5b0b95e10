import { QuickPickItemKind, window, type QuickPickItem } from 'vscode';
import type { OverlayChoice } from '../../diagram/overlay';

interface OverlayItem extends QuickPickItem {
  readonly overlay?: string;
}

/**
 * Asks for the overlay that the diagram shall show.
 *
 * @returns the id of an overlay; undefined when the user went away
 */
export async function pickOverlay(choices: readonly OverlayChoice[]): Promise<string | undefined> {
  const items = choices.flatMap(({ id, title, group }, at): OverlayItem[] => [
    ...(group === choices[at - 1]?.group ? [] : [{ label: group, kind: QuickPickItemKind.Separator }]),
    { label: title, overlay: id },
  ]);
  const choice = await window.showQuickPick(items, { title: 'Show an Overlay of the Lifecycle' });
  return choice?.overlay;
}
