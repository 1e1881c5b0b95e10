import { LineageDrawing } from '../../../diagram/lineage/lineage-drawing';
import type { Inventory } from '../../../supplychain/inventory/inventory';
import { lineageInput } from '../../inventory/lineage-input';
import { Fold } from './fold';

/** Which data and models became which models, and what runs them. */
export function LineagePart({ inventory }: { readonly inventory: Inventory }) {
  const lineage = lineageInput(inventory);
  if (lineage.nodes.length === 0) {
    return (
      <p>
        Nothing in the workspace says what was made from what. Model cards with <code>base_model</code> and{' '}
        <code>datasets</code>, adapter configurations and training code that names its model and data do.
      </p>
    );
  }
  const names = new Map(lineage.nodes.map(({ id, name }) => [id, name]));
  const lines = [
    ...new Set(
      lineage.links.map(({ from, to, text }) => `${names.get(from) ?? from} ${text} ${names.get(to) ?? to}`),
    ),
  ];
  return (
    <>
      <figure class="scroll lineage-figure">
        <LineageDrawing input={lineage} title="Lineage of this workspace" id="lineage" />
      </figure>
      {lineage.leftOut > 0 && (
        <p class="quiet">{lineage.leftOut.toLocaleString('en-US')} more relations are not drawn.</p>
      )}
      <Fold open={false} title="In words">
        <ul>
          {lines.map((line) => (
            <li key={line} class="break">
              {line}
            </li>
          ))}
        </ul>
      </Fold>
    </>
  );
}
