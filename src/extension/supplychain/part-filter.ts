import type { WirePart } from '../../protocol/messages';
import { PART_FILTER_TESTS } from '../../supplychain/inventory/filter-inventory';
import type { PartRow } from './part-row';

/** What the AI supply chain view can be narrowed to. A part must have all that is chosen. */
export const PART_FILTERS = {
  closed: {
    title: 'Closed services',
    detail: 'Models and services that can only be asked',
    keeps: PART_FILTER_TESTS.closed,
  },
  unpinned: {
    title: 'Not pinned',
    detail: 'References that can come to mean other content',
    keeps: PART_FILTER_TESTS.unpinned,
  },
  unsigned: {
    title: 'Not signed',
    detail: 'Files that could have a signature and have none, or one that does not hold',
    keeps: PART_FILTER_TESTS.unsigned,
  },
  alarming: {
    title: 'Suspicious or malicious',
    detail: 'Model files in which the inspection found something',
    keeps: ({ scanned }) => scanned.value === 'suspicious' || scanned.value === 'malicious',
  },
  unknown: {
    title: 'Openness not known',
    detail: 'Parts of which nothing says whether they are open or closed',
    keeps: PART_FILTER_TESTS.unknown,
  },
} satisfies Readonly<Record<string, PartFilterEntry>>;

interface PartFilterEntry {
  readonly title: string;
  readonly detail: string;
  readonly keeps: (part: WirePart) => boolean;
}

export type PartFilter = keyof typeof PART_FILTERS;

/** The rows that have everything the filters ask for. */
export function filterParts(rows: readonly PartRow[], filters: readonly PartFilter[]): readonly PartRow[] {
  if (filters.length === 0) return rows;
  return rows.filter(({ part }) => filters.every((filter) => PART_FILTERS[filter].keeps(part)));
}

/** `closed services, not pinned`. */
export function filterText(filters: readonly PartFilter[]): string {
  return filters.map((filter) => PART_FILTERS[filter].title.toLowerCase()).join(', ');
}
