import type { PanelCatalog } from '../../src/protocol/panel-catalog';

/** The catalog with names as long as the schema allows and a stage the panel has no place for. */
export function withLongNames(catalog: PanelCatalog): PanelCatalog {
  const stages = catalog.stages.map((stage) => ({
    ...stage,
    shortTitle: 'Validation gates',
    title: `${stage.title} with an unusually long name that has to wrap or be cut`,
  }));
  const extra = stages
    .slice(0, 1)
    .map((stage) => ({ ...stage, id: 'extra', lifecycle: 'mlsecops', number: 10 }));
  return {
    ...catalog,
    lifecycles: catalog.lifecycles.map((lifecycle) => ({
      ...lifecycle,
      stages: [...lifecycle.stages, 'extra'],
    })),
    stages: [...stages, ...extra],
  };
}
