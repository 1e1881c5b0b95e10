import type { Part, PartUse } from './part';
import type { JOINS } from './sighting';

/** Everything the workspace stands on. Sorted, so that the same workspace gives the same bytes. */
export interface Inventory {
  /** By kind, then name, then version. */
  readonly parts: readonly Part[];
  readonly lineage: readonly LineageEdge[];
}

/** Read from `from` to `to`: an adapter `adapts` its base model, a model is `trained-on` a dataset. */
export interface LineageEdge {
  /** Ids of parts. */
  readonly from: string;
  readonly to: string;
  readonly join: (typeof JOINS)[number];
  /** Where that was seen. */
  readonly use: PartUse;
}

export const EMPTY_INVENTORY: Inventory = { parts: [], lineage: [] };
