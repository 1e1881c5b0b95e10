import { window, type QuickPickItem } from 'vscode';
import { filterParts, PART_FILTERS, type PartFilter } from './part-filter';
import { partRows } from './part-row';
import type { SurveySource } from './survey-source';

interface FilterItem extends QuickPickItem {
  readonly filter: PartFilter;
}

/** Asks what a part must have to be shown; undefined when the user went away. */
export async function pickPartFilters(
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
