import type { FunctionKey, SectionRecord } from './section-record';

/** What is another now than it was in the version before. */
export interface Change {
  readonly names: ReadonlySet<string>;
  readonly functions: ReadonlySet<FunctionKey>;
  readonly questions: ReadonlySet<string>;
}

/** Which sections of a version hold, and which must be looked at. */
export class HeldSections {
  private readonly looked = new Set<SectionRecord>();
  private readonly changed = new Set<SectionRecord>();
  private readonly usedBy = new Map<SectionRecord, SectionRecord[]>();

  constructor(
    private readonly records: readonly SectionRecord[],
    added: ReadonlySet<SectionRecord>,
  ) {
    for (const record of records) {
      for (const used of record.uses) {
        const users = this.usedBy.get(used);
        if (users) users.push(record);
        else this.usedBy.set(used, [record]);
      }
    }
    for (const record of added) this.changed.add(record);
  }

  holds(record: SectionRecord): boolean {
    return !this.looked.has(record);
  }

  /**
   * Takes a change in. Sections that rest on it lose what was noted of them, with all that rest on those; sections that are
   * tied to one of them, or read more than was noted, must be looked at as well.
   *
   * @returns the sections that are to be looked at and were not before, in order.
   */
  take(change: Change): readonly SectionRecord[] {
    const before = new Set(this.looked);
    const isFirst = before.size === 0;
    const spreading: SectionRecord[] = [];
    for (const record of this.records) {
      if (this.changed.has(record) ? !before.has(record) : restsOn(record, change)) spreading.push(record);
    }
    for (let record = spreading.pop(); record; record = spreading.pop()) {
      this.changed.add(record);
      this.looked.add(record);
      record.gathered.clear();
      for (const user of this.usedBy.get(record) ?? []) if (!this.changed.has(user)) spreading.push(user);
    }
    for (const record of this.records) if (record.isOpen) this.looked.add(record);
    this.lookAtTied();
    const fresh = this.records.filter((record) => this.looked.has(record) && !before.has(record));
    for (const record of fresh) {
      record.isOpen = false;
      // Later, answers about it may have been given already, and what they rest on must not be forgotten.
      if (isFirst && this.changed.has(record)) record.clear();
    }
    return fresh;
  }

  private lookAtTied(): void {
    const spreading = [...this.looked];
    for (const record of this.records) {
      for (const other of record.tied) {
        if (other.number >= 0) continue;
        record.tied.delete(other);
        spreading.push(record);
      }
    }
    for (let record = spreading.pop(); record; record = spreading.pop()) {
      this.looked.add(record);
      for (const other of record.tied) if (!this.looked.has(other)) spreading.push(other);
    }
  }
}

function restsOn(record: SectionRecord, change: Change): boolean {
  for (const used of record.uses) if (used.number < 0) return true;
  return (
    overlap(record.names, change.names) ||
    overlap(record.askedCallsOf, change.functions) ||
    overlap(record.questions, change.questions)
  );
}

function overlap<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): boolean {
  if (b.size === 0 || a.size === 0) return false;
  const [few, many] = a.size < b.size ? [a, b] : [b, a];
  for (const one of few) if (many.has(one)) return true;
  return false;
}
