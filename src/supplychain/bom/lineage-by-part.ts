import type { Inventory, LineageEdge } from '../inventory/inventory';
import { groupBy } from '../maturity/group-by';

/** The edges that lead away from each part to another one, by the id of the part; edges to what is no part are left out. */
export function lineageByPart({ parts, lineage }: Inventory): ReadonlyMap<string, readonly LineageEdge[]> {
  const known = new Set(parts.map(({ id }) => id));
  const edges = lineage.filter(({ from, to }) => from !== to && known.has(from) && known.has(to));
  return groupBy(edges, ({ from }) => from);
}
