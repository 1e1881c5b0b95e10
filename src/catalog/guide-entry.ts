import type { Guide } from './catalog';
import { parseEntryRef } from './entry-ref';
import type { EntryKind } from './entry-kinds';
import type { Link, Status } from './schema/entry';

/** What all entries that people read have in common. */
export interface GuideEntry {
  readonly kind: EntryKind;
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  /** The id as people write it: `LLM04:2026`, `GOVERN 1.6`, `C06`. Empty where the id is only a name for the machine. */
  readonly label: string;
  readonly links: readonly Link[];
  /** Id of its source, empty for sources themselves. */
  readonly source: string;
  readonly status: Status | undefined;
  /** How sure we are of what it is mapped to, where that differs. */
  readonly mappingStatus: Status | undefined;
}

/** Kinds whose id is what people call the entry. */
const ID_IS_LABEL: ReadonlySet<EntryKind> = new Set<EntryKind>([
  'weaknesses',
  'tactics',
  'techniques',
  'controls',
  'roles',
  'evidence',
  'maturityLevels',
  'maturityDimensions',
  'retired',
]);

/** An entry of any kind in the common form; undefined when there is none. */
export function guideEntry(guide: Guide, kind: EntryKind, id: string): GuideEntry | undefined {
  const entry = guide[kind].get(id) as Partial<GuideEntry> | undefined;
  if (!entry) return undefined;
  return {
    kind,
    id,
    title: entry.title ?? id,
    summary: entry.summary ?? '',
    label: entry.label ?? (ID_IS_LABEL.has(kind) ? id : ''),
    links: entry.links ?? [],
    source: entry.source ?? '',
    status: entry.status,
    mappingStatus: entry.mappingStatus,
  };
}

/** As {@link guideEntry}, for a reference with its kind. */
export function guideEntryOf(guide: Guide, ref: string): GuideEntry | undefined {
  const target = parseEntryRef(ref);
  return target && guideEntry(guide, target.kind, target.id);
}
