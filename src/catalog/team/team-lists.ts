import { ENTRY_KINDS, type EntryKind } from '../entry-kinds';
import type { GuideEntries } from '../entries';
import type { Fields } from './team-entry';

/** Entries by kind and id, to be changed one after the other. Those of the catalog it began with are never touched. */
export class TeamLists {
  private readonly lists: ReadonlyMap<EntryKind, Map<string, Fields>>;

  constructor(private readonly base: GuideEntries) {
    this.lists = new Map(
      ENTRY_KINDS.map((kind) => {
        const list: readonly { readonly id: string }[] = base[kind];
        return [kind, new Map(list.map((entry) => [entry.id, entry as unknown as Fields]))];
      }),
    );
  }

  get(kind: EntryKind, id: string): Fields | undefined {
    return this.lists.get(kind)?.get(id);
  }

  set(kind: EntryKind, id: string, entry: Fields): void {
    this.lists.get(kind)?.set(id, entry);
  }

  /** Adds an id to a list of an entry, once. */
  addTo(kind: EntryKind, id: string, key: string, value: string): void {
    const entry = this.get(kind, id);
    const list = entry?.[key];
    if (!entry || !Array.isArray(list) || list.includes(value)) return;
    this.set(kind, id, { ...entry, [key]: [...(list as unknown[]), value] });
  }

  /** The entries as a catalog. What was put in has passed the schema of its kind. */
  entries(): GuideEntries {
    const lists = [...this.lists].map(([kind, entries]) => [kind, [...entries.values()]]);
    return { ...(Object.fromEntries(lists) as unknown as GuideEntries), synonyms: this.base.synonyms };
  }
}
