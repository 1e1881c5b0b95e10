import type { EntryRef } from '../../catalog/entry-ref';
import type { Mark, OverlayGroup, OverlayRow } from '../overlay';
import { markLabel } from './wording';

/** A row and the heading it stands under. */
export interface HeadedRow {
  readonly row: OverlayRow;
  readonly heading: { readonly label: string; readonly title: string; readonly ref: EntryRef } | undefined;
}

/** More marks than this at a stage are drawn by heading, or nobody could tell them apart. */
const MOST = 6;

/** The rows in groups, in the order in which their headings first appear. */
export function groupsByHeading(rows: readonly HeadedRow[], without: string): OverlayGroup[] {
  const groups = new Map<string, OverlayRow[]>();
  for (const { row, heading } of rows) {
    const title = heading ? headingText(heading) : without;
    groups.set(title, [...(groups.get(title) ?? []), row]);
  }
  return [...groups].map(([title, list]) => ({ title, rows: list }));
}

/** A mark for each row, or – where there are many – one for each heading with the number of rows under it. */
export function marksByHeading(rows: readonly HeadedRow[]): Mark[] {
  if (rows.length <= MOST) return rows.map(({ row }) => markOf(row));
  const heads = new Map<string, HeadedRow[]>();
  for (const one of rows) {
    const key = one.heading?.ref ?? one.row.title;
    heads.set(key, [...(heads.get(key) ?? []), one]);
  }
  return [...heads.values()].flatMap((list): Mark[] => {
    const [first] = list;
    if (!first) return [];
    const { row, heading } = first;
    if (!heading || list.length === 1) return [markOf(row)];
    const count = ` ×${list.length}`;
    return [
      {
        glyph: row.glyph,
        tone: row.tone,
        label: markLabel(isName(heading.label) ? heading.label : heading.title, 14 - count.length) + count,
        title: `${headingText(heading)}: ${list.map((one) => one.row.label || one.row.title).join(', ')}`,
        ref: heading.ref,
      },
    ];
  });
}

function headingText({ label, title }: { readonly label: string; readonly title: string }): string {
  return label === title ? title : `${label} ${title}`;
}

function markOf({ glyph, tone, label, title, ref }: OverlayRow): Mark {
  const full = label === '' ? title : `${label} ${title}`;
  return {
    glyph,
    tone,
    label: markLabel(isName(label) ? label : title),
    title: full,
    ...(ref ? { ref } : {}),
  };
}

/** Some frameworks only have ids for machines (`riskModelEvasion`) or chapters (`3.1`), by which nobody would know an entry. */
function isName(label: string): boolean {
  return label !== '' && !/^[a-z]+[A-Z]|^[\d.]+$/.test(label);
}
