import { panelSupply } from '../../src/extension/panel/panel-supply';
import type { WirePart } from '../../src/protocol/messages';
import type { PanelSupply } from '../../src/protocol/panel-supply';
import { edge, part, sampleInventory } from '../../test/support/inventory';

/** The supply chain of the made-up workspace; `datasets` more of them are folded together. */
export function sampleSupply(datasets: number): PanelSupply | undefined {
  const { parts, lineage } = sampleInventory();
  const [made] = parts;
  const more = Array.from({ length: datasets }, (_, at) =>
    part('dataset', `corpus/a-very-long-name-of-a-dataset-that-has-no-room-${at}`),
  );
  const wire = (one: (typeof parts)[number]): WirePart => ({ ...one, useCount: one.uses.length });
  return panelSupply([
    {
      uri: 'file:///project',
      parts: [...parts, ...more].map(wire),
      lineage: [...lineage, ...(made ? more.map((data) => edge(made, 'trained-on', data, 'train.py')) : [])],
    },
  ]);
}
