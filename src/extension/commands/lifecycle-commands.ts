import { window } from 'vscode';
import type { LensClient } from '../client/lens-client';
import { lifecyclesFrom } from '../lifecycle/lifecycle-order';
import type { ChosenLifecycle } from '../lifecycle/chosen-lifecycle';
import type { PanelController } from '../panel/panel-controller';
import { learnArguments, learnOf } from './command-arguments';
import type { CommandMap } from './command-map';

export interface LifecycleCommandsInput {
  readonly client: LensClient;
  readonly chosen: ChosenLifecycle;
  readonly panel: PanelController;
}

type LifecycleCommands = Pick<CommandMap, 'openLifecycle' | 'showInLifecycle' | 'selectLifecycle' | 'learn'>;

/** Commands that show the lifecycle. */
export function lifecycleCommands({ client, chosen, panel }: LifecycleCommandsInput): LifecycleCommands {
  return {
    openLifecycle: () => panel.open(),
    showInLifecycle: (node) => panel.open(learnOf(node)),
    learn: (argument) => panel.open(learnArguments(argument)),
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
