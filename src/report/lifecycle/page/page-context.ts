import type { Guide } from '../../../catalog/catalog';
import type { EntryKind } from '../../../catalog/entry-kinds';
import { guideEntry } from '../../../catalog/guide-entry';
import type { Relations } from '../../../catalog/relations';

/** What all parts of the page are made from. */
export interface PageContext {
  readonly guide: Guide;
  readonly relations: Relations;
}

/** Kinds whose entries have a place of their own on the page. */
const PLACED: ReadonlySet<EntryKind> = new Set<EntryKind>([
  'stages',
  'risks',
  'controls',
  'roles',
  'tools',
  'threats',
  'guidance',
  'maturityDimensions',
  'sources',
]);

/** The id of an entry's place on the page; undefined for entries that have none. */
export function anchorOf(guide: Guide, kind: EntryKind, id: string): string | undefined {
  return PLACED.has(kind) && guide[kind].has(id) ? `${kind}/${id}` : undefined;
}

/** What a link to an entry says: `C06 Malware scan of models`. */
export function nameOf(guide: Guide, kind: EntryKind, id: string): string {
  const entry = guideEntry(guide, kind, id);
  if (!entry) return id;
  return entry.label === '' ? entry.title : `${entry.label} ${entry.title}`;
}
