import type { Inventory } from '../../supplychain/inventory/inventory';
import type { PartUse } from '../../supplychain/inventory/part';

/** Raised when a field changes its meaning or goes; new fields do not raise it. */
export const JSON_INVENTORY_VERSION = 1;

/** The inventory as JSON. Lines and columns count from 1, ends are exclusive; `cell` counts from 0. */
export function jsonInventory({ parts, lineage }: Inventory, toolVersion: string): string {
  const document = {
    version: JSON_INVENTORY_VERSION,
    tool: { name: 'mlsecops-lens', version: toolVersion },
    parts: parts.map(({ uses, ...part }) => ({ ...part, uses: uses.map(placed) })),
    lineage: lineage.map(({ use, ...edge }) => ({ ...edge, use: placed(use) })),
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

function placed({ path, location: { start, end, cell }, via }: PartUse): object {
  return {
    path,
    ...(cell === undefined ? {} : { cell }),
    line: start.line + 1,
    column: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
    via,
  };
}
