import type { Inventory } from '../../supplychain/inventory/inventory';

/**
 * An inventory whose ids are told from those of the other folders of a workspace: of several folders they begin with the folder's place.
 *
 * @param place of the folder among `count`, from 0
 */
export function withOwnIds<T extends Pick<Inventory, 'parts' | 'lineage'>>(
  inventory: T,
  place: number,
  count: number,
): T {
  if (count === 1) return inventory;
  const id = (one: string): string => ownId(one, place, count);
  return {
    ...inventory,
    parts: inventory.parts.map((part) => ({ ...part, id: id(part.id) })),
    lineage: inventory.lineage.map((edge) => ({ ...edge, from: id(edge.from), to: id(edge.to) })),
  };
}

/** The id of a part in a workspace of `count` folders. */
export function ownId(id: string, place: number, count: number): string {
  return count === 1 ? id : `${place}:${id}`;
}
