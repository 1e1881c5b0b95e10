import { env, window, type QuickPickItem } from 'vscode';
import type { PanelController } from '../panel/panel-controller';
import { saveExport } from '../panel/save-export';
import { filterParts, PART_FILTERS, type PartFilter } from '../supplychain/part-filter';
import type { PartGrouping } from '../supplychain/part-groups';
import { partRows } from '../supplychain/part-row';
import type { SupplyChainState } from '../supplychain/supply-chain-state';
import type { SupplyChainView } from '../supplychain/supply-chain-view';
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
>;

/** Commands on the parts of the AI supply chain. Those on a part take the selected row where they get none. */
export function supplyChainCommands({
  source,
  state,
  view,
  panel,
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
      const filters = await pickFilters(source, state.filters);
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
    exportInventory: async () => {
      const folders = await source.inventory.get();
      if (folders.length === 0) throw new Error('Scan the workspace first: there is no inventory yet.');
      await saveExport('ai-inventory', 'json', `${JSON.stringify({ folders }, undefined, 2)}\n`);
    },
  };
}

interface FilterItem extends QuickPickItem {
  readonly filter: PartFilter;
}

/** Asks what a part must have to be shown; undefined when the user went away. */
async function pickFilters(
  source: SurveySource,
  current: readonly PartFilter[],
): Promise<readonly PartFilter[] | undefined> {
  const rows = partRows(await source.inventory.get());
  const items = (Object.keys(PART_FILTERS) as PartFilter[]).map((filter): FilterItem => {
    const { title, detail } = PART_FILTERS[filter];
    const count = filterParts(rows, [filter]).length;
    return { filter, label: title, detail, description: String(count), picked: current.includes(filter) };
  });
  const choice = await window.showQuickPick(items, {
    title: 'Show Only Parts That Are',
    placeHolder: 'A part must have everything that is chosen',
    canPickMany: true,
  });
  return choice?.map(({ filter }) => filter);
}
