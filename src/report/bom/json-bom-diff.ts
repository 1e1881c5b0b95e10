import type { BomDiff } from '../../supplychain/bom/diff/bom-diff';

/** Raised when a field changes its meaning or goes; new fields do not raise it. */
const VERSION = 1;

/** The difference of two bills as JSON: `version`, `added`, `removed`, `changed`, `unchanged`. */
export function jsonBomDiff(diff: BomDiff): string {
  return `${JSON.stringify({ version: VERSION, ...diff }, null, 2)}\n`;
}
