import type { Inventory } from './inventory';
import type { Part } from './part';
import type { PartKind } from './part-kind';

/** States by which parts are looked for. */
export const PART_FILTERS = ['closed', 'unpinned', 'unsigned', 'unknown'] as const;
export type PartFilter = (typeof PART_FILTERS)[number];

/** Whether a part is in each of the states. */
export const PART_FILTER_TESTS: Readonly<Record<PartFilter, (part: Part) => boolean>> = {
  closed: ({ openness }) => openness.value === 'closed-service',
  unpinned: ({ pinning }) => pinning.value === 'mutable',
  unsigned: ({ signed }) => signed.value === 'none' || signed.value === 'failed',
  unknown: ({ openness }) => openness.value === 'unknown',
};

/** The parts of some kinds that are in some states, all of them where none is given, and what joins those that are left. */
export function filterInventory(
  { parts, lineage }: Inventory,
  {
    kinds = [],
    filters = [],
  }: { readonly kinds?: readonly PartKind[]; readonly filters?: readonly PartFilter[] },
): Inventory {
  const kept = parts.filter(
    (part) =>
      (kinds.length === 0 || kinds.includes(part.kind)) &&
      filters.every((filter) => PART_FILTER_TESTS[filter](part)),
  );
  const ids = new Set(kept.map(({ id }) => id));
  return { parts: kept, lineage: lineage.filter(({ from, to }) => ids.has(from) && ids.has(to)) };
}
