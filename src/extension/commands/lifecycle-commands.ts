import { window } from 'vscode';
import type { LensClient } from '../client/lens-client';
import { orderedLifecycles } from '../lifecycle/lifecycle-order';
import type { LifecycleView } from '../lifecycle/lifecycle-view';
import type { PanelController } from '../panel/panel-controller';
import { learnArguments, learnOf } from './command-arguments';
import type { CommandMap } from './command-map';

export interface LifecycleCommandsInput {
  readonly client: LensClient;
  readonly view: LifecycleView;
  readonly panel: PanelController;
}

type LifecycleCommands = Pick<CommandMap, 'openLifecycle' | 'showInLifecycle' | 'selectLifecycle' | 'learn'>;

/** Commands that show the lifecycle. */
export function lifecycleCommands({ client, view, panel }: LifecycleCommandsInput): LifecycleCommands {
  return {
    openLifecycle: () => panel.open(),
    showInLifecycle: (node) => panel.open(learnOf(node)),
    learn: (argument) => panel.open(learnArguments(argument)),
    selectLifecycle: async () => {
      await client.start();
      const items = (client.catalog ? orderedLifecycles(client.catalog) : []).map(
        ({ id, title, summary }) => ({
          id,
          label: title,
          detail: summary,
          ...(id === view.lifecycle ? { description: 'shown now' } : {}),
        }),
      );
      const choice = await window.showQuickPick(items, { title: 'Choose the Lifecycle to Show' });
      if (choice) view.lifecycle = choice.id;
    },
  };
}
