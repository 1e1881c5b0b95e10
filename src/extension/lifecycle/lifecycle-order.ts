import type { Lifecycle } from '../../catalog/schema/lifecycle';
import type { PanelCatalog } from '../../protocol/panel-catalog';

/** The lifecycle that is shown until another is chosen. */
const DEFAULT_LIFECYCLE = 'mlsecops';

/** The lifecycle with this id, or else the default; undefined only when the catalog has none. */
export function chosenLifecycle(catalog: PanelCatalog, id: unknown): Lifecycle | undefined {
  const [first] = orderedLifecycles(catalog);
  return catalog.lifecycles.find((lifecycle) => lifecycle.id === id) ?? first;
}

/** Every lifecycle, the default first. */
export function orderedLifecycles({ lifecycles }: PanelCatalog): readonly Lifecycle[] {
  const isDefault = ({ id }: Lifecycle): boolean => id === DEFAULT_LIFECYCLE;
  return [...lifecycles.filter(isDefault), ...lifecycles.filter((lifecycle) => !isDefault(lifecycle))];
}

/** Ids of all stages: one lifecycle after the other, each from its first stage to its last. */
export function orderedStages(catalog: PanelCatalog): readonly string[] {
  return orderedLifecycles(catalog).flatMap(({ stages }) => stages);
}
