import { answeringControls } from './answering-controls';
import type { Guide } from './catalog';
import { entryRef } from './entry-ref';
import { frameworkMembers } from './framework-members';
import { guideEntry, type GuideEntry } from './guide-entry';
import type { EntryKind } from './entry-kinds';
import type { Relations } from './relations';

/** One side of a crosswalk: a framework, or a list of our own. */
export interface CrosswalkAxis {
  /** Id of a framework, or one of `stages`, `controls`, `roles`, `tools`, `threats`. */
  readonly id: string;
  readonly title: string;
}

/** Our own lists that can be compared with frameworks. */
const OWN_AXES = {
  stages: 'Lifecycle stages',
  controls: 'Controls',
  roles: 'Roles',
  tools: 'Tools',
  threats: 'Threats of the working group',
} as const satisfies Partial<Record<EntryKind, string>>;

/** How two entries belong together. */
export interface CrosswalkCell {
  /** One of them names the other. */
  readonly direct: boolean;
  /** The list itself says so, in its own appendix. */
  readonly official: boolean;
  /** Controls that answer both. */
  readonly via: readonly string[];
}

export interface Crosswalk {
  readonly rows: readonly GuideEntry[];
  readonly columns: readonly GuideEntry[];
  /** The cell of a row and a column, by their places; undefined where nothing joins the two. */
  readonly cell: (row: number, column: number) => CrosswalkCell | undefined;
}

/** Everything that can stand at a side of a crosswalk: our lists, then the frameworks. */
export function crosswalkAxes(guide: Guide): CrosswalkAxis[] {
  return [
    ...Object.entries(OWN_AXES).map(([id, title]) => ({ id, title })),
    ...[...guide.frameworks.values()].map(({ id, title, edition }) => ({
      id,
      title: title.includes(edition) ? title : `${title} ${edition}`,
    })),
  ];
}

/** Joins two lists: where one entry names the other, and where the same control answers both. */
export function crosswalk(guide: Guide, relations: Relations, rows: string, columns: string): Crosswalk {
  const sides = [axisEntries(guide, rows), axisEntries(guide, columns)] as const;
  const [rowFacts, columnFacts] = sides.map((side) => side.map((entry) => factsOf(guide, relations, entry)));
  return {
    rows: sides[0],
    columns: sides[1],
    cell: (row, column) => {
      const one = rowFacts?.[row];
      const other = columnFacts?.[column];
      return one && other ? cellOf(one, other) : undefined;
    },
  };
}

function axisEntries(guide: Guide, axis: string): GuideEntry[] {
  if (!Object.hasOwn(OWN_AXES, axis)) return frameworkMembers(guide, axis);
  const kind = axis as keyof typeof OWN_AXES;
  return [...guide[kind].keys()].flatMap((id) => guideEntry(guide, kind, id) ?? []);
}

interface Facts {
  readonly ref: string;
  readonly related: ReadonlySet<string>;
  readonly official: ReadonlySet<string>;
  readonly controls: ReadonlySet<string>;
}

function factsOf(guide: Guide, relations: Relations, { kind, id }: GuideEntry): Facts {
  const official = kind === 'risks' ? (guide.risks.get(id)?.official ?? []).map(({ entry }) => entry) : [];
  return {
    ref: entryRef(kind, id),
    related: relations.all(kind, id),
    official: new Set(official),
    controls: new Set(answeringControls(relations, kind, id)),
  };
}

function cellOf(row: Facts, column: Facts): CrosswalkCell | undefined {
  const direct = row.related.has(column.ref);
  const official = row.official.has(column.ref) || column.official.has(row.ref);
  const via = [...row.controls].filter((control) => column.controls.has(control));
  return direct || via.length > 0 ? { direct, official, via } : undefined;
}
