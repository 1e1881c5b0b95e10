import { env, window } from 'vscode';
import type { PanelController } from '../panel/panel-controller';
import { exportBom, exportInventory } from '../supplychain/export-parts';
import type { PartGrouping } from '../supplychain/part-groups';
import { pickPartFilters } from '../supplychain/pick-filters';
import type { SupplyChainState } from '../supplychain/supply-chain-state';
import type { SupplyChainView } from '../supplychain/supply-chain-view';
import type { SurveyRequests } from '../supplychain/survey-requests';
import type { SurveySource } from '../supplychain/survey-source';
import { openPlace } from '../tree/open-place';
import type { TreeNode } from '../tree/tree-node';
import { learnOf } from './command-arguments';
import type { CommandMap } from './command-map';
import { copiedOf, placeOf } from './row-arguments';

export interface SupplyChainCommandsInput {
  readonly source: SurveySource;
  readonly state: SupplyChainState;
  readonly view: SupplyChainView;
  readonly panel: PanelController;
  readonly requests: SurveyRequests;
}

type SupplyChainCommands = Pick<
  CommandMap,
  | `groupPartsBy${Capitalize<PartGrouping>}`
  | 'filterParts'
  | 'clearPartFilter'
  | 'openPlace'
  | 'goToUse'
  | 'explainPart'
  | 'copyPurl'
  | 'exportInventory'
  | 'exportBom'
>;

/** Commands on the parts of the AI supply chain. Those on a part take the selected row where they get none. */
export function supplyChainCommands({
  source,
  state,
  view,
  panel,
  requests,
}: SupplyChainCommandsInput): SupplyChainCommands {
  const selected = (): TreeNode | undefined => view.view.selection[0];
  const groupBy = (grouping: PartGrouping) => (): void => {
    state.grouping = grouping;
  };
  const open = async (argument: unknown): Promise<void> => {
    const place = placeOf(argument) ?? placeOf(selected());
    if (!place) throw new Error('Select a part or one of its uses first.');
    await openPlace(place);
  };
  return {
    groupPartsByKind: groupBy('kind'),
    groupPartsByStage: groupBy('stage'),
    groupPartsByTrust: groupBy('trust'),
    filterParts: async () => {
      const filters = await pickPartFilters(source, state.filters);
      if (filters) state.filters = filters;
    },
    clearPartFilter: () => {
      state.filters = [];
    },
    openPlace: open,
    goToUse: open,
    explainPart: (argument) => {
      const learn = learnOf(argument) ?? learnOf(selected());
      if (!learn) throw new Error('Select a part first.');
      return panel.open(learn);
    },
    copyPurl: async (argument) => {
      const purl = copiedOf(argument) ?? copiedOf(selected());
      if (purl === undefined) throw new Error('This part has no package URL.');
      await env.clipboard.writeText(purl);
      window.setStatusBarMessage('MLSecOps: the package URL was copied', 3000);
    },
    exportInventory: () => exportInventory(source, requests),
    exportBom: () => exportBom(source, requests),
  };
}
