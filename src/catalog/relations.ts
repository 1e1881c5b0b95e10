import type { Guide } from './catalog';
import { entryRef, type EntryRef } from './entry-ref';
import { ENTRY_KINDS, type EntryKind } from './entry-kinds';
import { REFERENCE_PLACES, type ReferencePlace } from './reference-places';
import { collectReferences } from './references';

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
  private readonly links = new Map<EntryRef, Link[]>();

  constructor(guide: Guide) {
    const lists = new Map(
      ENTRY_KINDS.map((kind) => [kind, [...guide[kind].values()].map((entry, index) => ({ entry, index }))]),
    );
    const places = new Map(REFERENCE_PLACES.map((place) => [`${place.from} ${place.place}`, place]));
    for (const { from, to, place: at } of collectReferences(lists)) {
      const place = places.get(`${from.kind} ${at}`);
      if (!place || !guide[to.kind].has(to.id)) continue;
      this.add(from, { ...to, place, direction: 'names' });
      this.add(to, { ...from, place, direction: 'named' });
    }
  }

  /** What the entry names and what names it, by heading; relations that its page shows otherwise are left out. */
  groups(kind: EntryKind, id: string): RelationGroup[] {
    const groups = new Map<string, Map<EntryRef, Neighbour>>();
    for (const link of this.links.get(entryRef(kind, id)) ?? []) {
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
    const links = this.links.get(entryRef(kind, id)) ?? [];
    return [...new Set(links.filter((link) => link.kind === to).map((link) => link.id))];
  }

  /** References of all entries that the entry names or is named by, sources left out. */
  all(kind: EntryKind, id: string): ReadonlySet<EntryRef> {
    const links = this.links.get(entryRef(kind, id)) ?? [];
    return new Set(
      links.filter((link) => link.kind !== 'sources').map((link) => entryRef(link.kind, link.id)),
    );
  }

  private add(from: Neighbour, link: Link): void {
    const key = entryRef(from.kind, from.id);
    const known = this.links.get(key);
    if (known) known.push(link);
    else this.links.set(key, [link]);
  }
}
