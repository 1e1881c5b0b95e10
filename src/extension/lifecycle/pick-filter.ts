import { QuickPickItemKind, window, type QuickPickItem } from 'vscode';
import { guideOfCatalog } from './guide-of-catalog';
import type { LifecycleFilter } from './lifecycle-filter';
import type { PanelCatalog } from '../../protocol/panel-catalog';

interface FilterItem extends QuickPickItem {
  readonly filter?: LifecycleFilter;
}

/**
 * Asks for the role or framework that the Lifecycle view shall be narrowed to.
 *
 * @returns undefined when the user went away
 */
export async function pickLifecycleFilter(
  catalog: PanelCatalog,
  current: LifecycleFilter | undefined,
): Promise<LifecycleFilter | undefined> {
  const { guide } = guideOfCatalog(catalog);
  const row = (kind: LifecycleFilter['kind'], id: string, label: string, detail: string): FilterItem => ({
    label,
    detail,
    filter: { kind, id },
    ...(current?.kind === kind && current.id === id ? { description: 'shown now' } : {}),
  });
  const items: FilterItem[] = [
    { label: 'Roles', kind: QuickPickItemKind.Separator },
    ...[...guide.roles.values()].map(({ id, title, summary }) => row('roles', id, title, summary)),
    { label: 'Frameworks', kind: QuickPickItemKind.Separator },
    ...[...guide.frameworks.values()].map(({ id, title, edition, summary }) =>
      row('frameworks', id, title.includes(edition) ? title : `${title} ${edition}`, summary),
    ),
  ];
  const choice = await window.showQuickPick(items, {
    title: 'Show What Concerns a Role or a Framework',
    matchOnDetail: true,
  });
  return choice?.filter;
}
