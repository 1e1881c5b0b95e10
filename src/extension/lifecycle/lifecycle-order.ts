import type { Lifecycle } from '../../catalog/schema/lifecycle';
import type { PanelCatalog } from '../../protocol/panel-catalog';

/** The lifecycle that is shown until another is chosen. */
export const DEFAULT_LIFECYCLE = 'mlsecops';

/** Every lifecycle, the one with this id first. */
export function lifecyclesFrom({ lifecycles }: PanelCatalog, first: string): readonly Lifecycle[] {
  const isFirst = ({ id }: Lifecycle): boolean => id === first;
  return [...lifecycles.filter(isFirst), ...lifecycles.filter((lifecycle) => !isFirst(lifecycle))];
}
