import type { Guide } from './catalog';
import { entryRef, parseEntryRef } from './entry-ref';
import { idForm, looseIdForm } from './search-names';
import type { SearchRecord } from './search-record';

/** Finds entries by their id in any spelling people use. */
export class IdIndex {
  private readonly byRef = new Map<string, SearchRecord>();
  private readonly byName = new Map<string, SearchRecord[]>();
  private readonly byLooseName = new Map<string, SearchRecord[]>();
  private readonly names: readonly string[];
  private readonly retired: ReadonlyMap<string, readonly SearchRecord[]>;

  constructor(records: readonly SearchRecord[], { retired }: Pick<Guide, 'retired'>) {
    for (const record of [...records].sort(byKindAndEdition)) {
      this.byRef.set(`${record.kind}/${record.id}`.toLowerCase(), record);
      for (const name of record.names) {
        add(this.byName, name, record);
        if (/\d/u.test(name)) add(this.byLooseName, looseIdForm(name), record);
      }
    }
    this.names = [...this.byName.keys()].filter((name) => /\d/u.test(name)).sort();
    this.retired = new Map(
      [...retired.values()].map(({ id, replacedBy }) => [
        idForm(id),
        replacedBy.flatMap((ref) => this.byReference(ref) ?? []),
      ]),
    );
  }

  /** The entry that `ref` (`controls/C06`) names. */
  byReference(ref: string): SearchRecord | undefined {
    const target = parseEntryRef(ref);
    return target && this.byRef.get(entryRef(target.kind, target.id).toLowerCase());
  }

  /**
   * What the query names by id: first entries with exactly this id, then those it is the beginning of (`GOVERN 1` leads
   * to `GOVERN 1.1`), then what replaced an id that is no longer in use.
   */
  find(query: string): SearchRecord[] {
    const form = idForm(query);
    return [
      ...(this.byName.get(form) ?? []),
      ...this.family(form),
      ...(this.retired.get(form) ?? []),
      ...(/\d/u.test(form) ? (this.byLooseName.get(looseIdForm(query)) ?? []) : []),
    ];
  }

  /** What ids inside a longer query name: `LLM04 supply chain`, `AICM MDS-02`. Short ones may be plain words. */
  findInside(query: string): SearchRecord[] {
    const words = query.split(/[\s,;]+/u);
    const pairs = words.slice(1).map((word, at) => (words[at] ?? '') + word);
    return [...pairs, ...words]
      .map(idForm)
      .filter((form) => form.length > 2 && /\p{L}.*\d|^\d{3,}$/u.test(form))
      .flatMap((form) => this.byName.get(form) ?? this.retired.get(form) ?? []);
  }

  /** The nearest ids to one that does not exist: those that begin like it. */
  findNear(query: string): SearchRecord[] {
    const form = idForm(query);
    if (!/^\p{L}+[\d.]+$/u.test(form)) return [];
    for (let length = form.length - 1; /\d/u.test(form.slice(0, length)); length -= 1) {
      const start = form.slice(0, length);
      const found = [...(this.byName.get(start) ?? []), ...this.family(start)];
      if (found.length > 0) return found;
    }
    return [];
  }

  /** Entries whose id goes on with a digit or a dot where `form` ends. */
  private family(form: string): SearchRecord[] {
    const members = this.names.filter(
      (name) => name.startsWith(form) && /[\d.]/u.test(name.charAt(form.length)),
    );
    const records = members.flatMap((name) => this.byName.get(name) ?? []);
    return [...new Set(records)].sort((a, b) => a.kindRank - b.kindRank);
  }
}

/** Risks before controls, and of two editions the newer one; superseded editions last of their kind. */
export function byKindAndEdition(a: SearchRecord, b: SearchRecord): number {
  return a.kindRank - b.kindRank || a.editionRank - b.editionRank;
}

function add(map: Map<string, SearchRecord[]>, key: string, record: SearchRecord): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [record]);
  else if (!list.includes(record)) list.push(record);
}
