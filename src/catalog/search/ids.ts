import type { Guide } from '../catalog';
import { entryRef, parseEntryRef } from '../entry-ref';
import { idForm, looseIdForms } from './names';
import type { SearchRecord } from './record';

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
        // Others have no zero or dot to leave out.
        if (/[0.]/u.test(name)) for (const form of looseIdForms(name)) add(this.byLooseName, form, record);
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

  /** Entries with exactly this id, and what replaced it where it is no longer in use. */
  find(query: string): SearchRecord[] {
    const form = idForm(query);
    return [...(this.byName.get(form) ?? []), ...(this.retired.get(form) ?? [])];
  }

  /** Entries with this id but for dots and zeros: `LLM4`, `PW41`. */
  findLoosely(query: string): SearchRecord[] {
    return looseIdForms(query).flatMap((form) => this.byLooseName.get(form) ?? []);
  }

  /** Entries whose id begins so and goes on with digits: `GOVERN 1` leads to `GOVERN 1.1`. */
  findFamily(query: string): SearchRecord[] {
    return this.family(idForm(query));
  }

  /** What ids inside a longer query name: `LLM04 supply chain`, `AICM MDS-02`. Short ones may be plain words. */
  findInside(query: string): SearchRecord[] {
    const words = query.split(/[\s,;]+/u).map((word) => word.replace(/[^\p{L}\p{N}]+$/u, ''));
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

  private family(form: string): SearchRecord[] {
    if (form.length < 2) return [];
    const members = this.names.filter(
      (name) => name.startsWith(form) && /^[\d.]+$/u.test(name.slice(form.length)),
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
