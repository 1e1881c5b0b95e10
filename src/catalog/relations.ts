import type { Guide } from './catalog';
import { ENTRY_KINDS, type EntryKind } from './entry-kinds';
import { entryRef, parseEntryRef, type EntryRef } from './entry-ref';
import { REFERENCE_PLACES, type ReferencePlace } from './reference-places';
import { referenceValues } from './reference-values';

/** An entry that another one is related to. */
export interface Neighbour {
  readonly kind: EntryKind;
  readonly id: string;
}

/** Neighbours under one heading, each once, in the order of the catalog's references. */
export interface RelationGroup {
  readonly title: string;
  readonly entries: readonly Neighbour[];
}

interface Link extends Neighbour {
  readonly place: ReferencePlace;
  readonly direction: 'names' | 'named';
}

/** How the entries of a guide are related, looked at from both ends of each reference. */
export class Relations {
  // By kind and then id: a joined key for each of the many references would take most of the time.
  private readonly links: ReadonlyMap<EntryKind, Map<string, Link[]>>;

  constructor(guide: Guide) {
    this.links = new Map(ENTRY_KINDS.map((kind) => [kind, new Map()]));
    for (const place of REFERENCE_PLACES) {
      const { from, to } = place;
      const steps = place.place.split('.');
      for (const entry of guide[from].values()) {
        for (const value of referenceValues(entry, steps)) {
          const target = to === 'any' ? parseEntryRef(value) : undefined;
          const kind = to === 'any' ? target?.kind : to;
          const id = target?.id ?? value;
          if (kind === undefined || !guide[kind].has(id)) continue;
          this.add(from, entry.id, { kind, id, place, direction: 'names' });
          this.add(kind, id, { kind: from, id: entry.id, place, direction: 'named' });
        }
      }
    }
  }

  /** What the entry names and what names it, by heading; relations that its page shows otherwise are left out. */
  groups(kind: EntryKind, id: string): RelationGroup[] {
    const groups = new Map<string, Map<EntryRef, Neighbour>>();
    for (const link of this.linksOf(kind, id)) {
      const title = link.direction === 'names' ? link.place.title : link.place.reverse;
      if (title === '') continue;
      const group = groups.get(title) ?? new Map<EntryRef, Neighbour>();
      group.set(entryRef(link.kind, link.id), { kind: link.kind, id: link.id });
      groups.set(title, group);
    }
    return [...groups].map(([title, entries]) => ({ title, entries: [...entries.values()] }));
  }

  /** Ids of the entries of one kind that the entry names or is named by, each once. */
  neighbours(kind: EntryKind, id: string, to: EntryKind): string[] {
    const ids = new Set<string>();
    for (const link of this.linksOf(kind, id)) if (link.kind === to) ids.add(link.id);
    return [...ids];
  }

  /** References of all entries that the entry names or is named by, sources left out. */
  all(kind: EntryKind, id: string): ReadonlySet<EntryRef> {
    const refs = new Set<EntryRef>();
    for (const link of this.linksOf(kind, id)) {
      if (link.kind !== 'sources') refs.add(entryRef(link.kind, link.id));
    }
    return refs;
  }

  private linksOf(kind: EntryKind, id: string): readonly Link[] {
    return this.links.get(kind)?.get(id) ?? [];
  }

  private add(kind: EntryKind, id: string, link: Link): void {
    const ofKind = this.links.get(kind);
    const known = ofKind?.get(id);
    if (known) known.push(link);
    else ofKind?.set(id, [link]);
  }
}
