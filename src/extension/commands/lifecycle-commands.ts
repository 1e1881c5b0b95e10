import { env, window, type LogOutputChannel } from 'vscode';
import { entryLink } from '../links/guidance-link';
import type { LensClient } from '../client/lens-client';
import { pickCatalogEntry } from '../catalog-search/search-quick-pick';
import type { ChosenLifecycle } from '../lifecycle/chosen-lifecycle';
import type { FindingsStore } from '../findings/findings-store';
import { exportLifecycle } from '../lifecycle/export-lifecycle';
import type { KeptLifecycleFilter } from '../lifecycle/kept-filter';
import { lifecyclesFrom } from '../lifecycle/lifecycle-order';
import { pickLifecycleFilter } from '../lifecycle/pick-filter';
import { pickOverlay } from '../lifecycle/pick-overlay';
import type { PanelController } from '../panel/panel-controller';
import { learnArguments, learnOf } from './command-arguments';
import type { CommandMap } from './command-map';

export interface LifecycleCommandsInput {
  readonly client: LensClient;
  readonly chosen: ChosenLifecycle;
  readonly filter: KeptLifecycleFilter;
  readonly panel: PanelController;
  readonly store: FindingsStore;
  readonly extensionId: string;
  readonly log: LogOutputChannel;
}

type LifecycleCommands = Pick<
  CommandMap,
  | 'openLifecycle'
  | 'showInLifecycle'
  | 'selectLifecycle'
  | 'learn'
  | 'searchCatalog'
  | 'showOverlay'
  | 'compareLifecycles'
  | 'openCrosswalk'
  | 'exportLifecycle'
  | 'filterLifecycle'
  | 'clearLifecycleFilter'
  | 'copyEntryLink'
>;

/** Commands that show the lifecycle and what is mapped onto it. */
export function lifecycleCommands(input: LifecycleCommandsInput): LifecycleCommands {
  const { client, chosen, filter, panel, extensionId, log } = input;
  return {
    openLifecycle: (argument) => panel.open(learnArguments(argument)),
    showInLifecycle: (node) => panel.open(learnOf(node)),
    learn: (argument) => panel.open(learnArguments(argument)),
    searchCatalog: async () => {
      await client.start();
      const entry = await pickCatalogEntry(client, log);
      if (entry) await panel.open(entry);
    },
    showOverlay: async () => {
      await client.start();
      const overlay = await pickOverlay(await client.overlays());
      if (overlay !== undefined) await panel.open({ overlay, view: 'diagram' });
    },
    compareLifecycles: () => panel.open({ view: 'compare' }),
    openCrosswalk: () => panel.open({ view: 'crosswalk' }),
    exportLifecycle: () => exportLifecycle(input),
    filterLifecycle: async () => {
      await client.start();
      const choice = client.catalog && (await pickLifecycleFilter(client.catalog, filter.current));
      if (choice) filter.current = choice;
    },
    clearLifecycleFilter: () => {
      filter.current = undefined;
    },
    copyEntryLink: async (node) => {
      const learn = learnOf(node);
      const ref =
        learn?.entry ??
        (learn?.risk !== undefined ? `risks/${learn.risk}` : undefined) ??
        (learn?.stage !== undefined ? `stages/${learn.stage}` : undefined);
      if (ref === undefined) throw new Error('This row has no page to link to.');
      await env.clipboard.writeText(entryLink(env.uriScheme, extensionId, ref));
      window.setStatusBarMessage('MLSecOps: the link was copied', 3000);
    },
    selectLifecycle: async () => {
      await client.start();
      const items = (client.catalog ? lifecyclesFrom(client.catalog, chosen.id) : []).map(
        ({ id, title, summary }) => ({
          id,
          label: title,
          detail: summary,
          ...(id === chosen.id ? { description: 'shown now' } : {}),
        }),
      );
      const choice = await window.showQuickPick(items, { title: 'Choose the Lifecycle to Show' });
      if (choice) chosen.id = choice.id;
    },
  };
}
