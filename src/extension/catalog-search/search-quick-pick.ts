import { CancellationTokenSource, ThemeIcon, window, type LogOutputChannel } from 'vscode';
import type { LensClient } from '../client/lens-client';
import type { LearnArguments } from '../../protocol/messages';
import { hitItem } from './hit-item';

const LIMIT = 50;

/**
 * Asks for an entry of the catalog by id, name or text, searching while the user types.
 *
 * @returns what was chosen; undefined when the user went away
 */
export function pickCatalogEntry(
  client: LensClient,
  log: LogOutputChannel,
): Promise<LearnArguments | undefined> {
  const pick = window.createQuickPick<ReturnType<typeof item>>();
  pick.title = 'Search Risks, Controls, Stages, Tools, Frameworks and Rules';
  pick.placeholder = 'LLM04, CWE-502, poisoning, sign models, data scientist …';
  let running: CancellationTokenSource | undefined;

  const search = async (query: string): Promise<void> => {
    running?.cancel();
    const mine = (running = new CancellationTokenSource());
    pick.busy = true;
    try {
      const hits = query.trim() === '' ? [] : await client.search(query, LIMIT, mine.token);
      if (!mine.token.isCancellationRequested) pick.items = hits.map((hit) => item(hitItem(hit)));
    } catch (error) {
      // A search that was overtaken by the next key press ends with an error that concerns nobody.
      if (!mine.token.isCancellationRequested) log.error(`The search failed: ${String(error)}`);
    } finally {
      if (mine === running) pick.busy = false;
      mine.dispose();
    }
  };

  return new Promise((resolve) => {
    pick.onDidChangeValue((value) => void search(value));
    pick.onDidAccept(() => {
      resolve(pick.selectedItems[0]?.learn);
      pick.hide();
    });
    pick.onDidHide(() => {
      running?.cancel();
      pick.dispose();
      resolve(undefined);
    });
    pick.show();
  });
}

function item({ icon, ...rest }: ReturnType<typeof hitItem>) {
  return { ...rest, iconPath: new ThemeIcon(icon) };
}
