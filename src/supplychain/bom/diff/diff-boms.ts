import { CHANGED_FIELDS, type BomDiff, type ChangedEntry, type FieldChange } from './bom-diff';
import { groupBy } from '../../maturity/group-by';
import type { BomEntry } from './bom-entry';

/**
 * Compares two bills. Entries are the same thing when their type and their package URL without version are the same, or their type
 * and name where there is no URL; of several versions of one thing those that are in both bills belong together, the others
 * pairwise in the order of their versions.
 */
export function diffBoms(before: readonly BomEntry[], after: readonly BomEntry[]): BomDiff {
  const old = groupBy([...before].sort(compare), keyOf);
  const young = groupBy([...after].sort(compare), keyOf);
  const added: BomEntry[] = [];
  const removed: BomEntry[] = [];
  const changed: ChangedEntry[] = [];
  let unchanged = 0;
  for (const key of new Set([...old.keys(), ...young.keys()])) {
    const { pairs, left, right } = pair(old.get(key) ?? [], young.get(key) ?? []);
    removed.push(...left);
    added.push(...right);
    for (const [first, second] of pairs) {
      const changes = changesOf(first, second);
      if (changes.length === 0) unchanged++;
      else changed.push({ before: first, after: second, changes });
    }
  }
  return {
    added: added.sort(compare),
    removed: removed.sort(compare),
    changed: changed.sort((a, b) => compare(a.after, b.after)),
    unchanged,
  };
}

function keyOf({ type, name, purl }: BomEntry): string {
  return purl === undefined
    ? `${type} ${name}`
    : `${type} ${purl.replace(/[?#].*$/u, '').replace(/@[^@/]*$/u, '')}`;
}

interface Paired {
  readonly pairs: readonly (readonly [BomEntry, BomEntry])[];
  readonly left: readonly BomEntry[];
  readonly right: readonly BomEntry[];
}

/** What makes two entries of one name belong together, the surest first: a model and its tokenizer have one name and one URL. */
const MARKS: readonly ((entry: BomEntry) => string)[] = [
  ({ kind, version }) => JSON.stringify([kind, version]),
  ({ kind }) => kind ?? '',
];
/** The same where one bill knows no kinds, because another tool has made it. */
const MARKS_WITHOUT_KIND: typeof MARKS = [({ version }) => version ?? '', () => ''];

function pair(before: readonly BomEntry[], after: readonly BomEntry[]): Paired {
  let [left, right] = [before, after];
  const pairs: (readonly [BomEntry, BomEntry])[] = [];
  const haveKinds = [before, after].every((list) => list.some(({ kind }) => kind !== undefined));
  for (const markOf of haveKinds ? MARKS : MARKS_WITHOUT_KIND) {
    const waiting = groupBy(right, markOf);
    const taken = new Set<BomEntry>();
    const next = new Map<string, number>();
    left = left.filter((entry) => {
      const mark = markOf(entry);
      const at = next.get(mark) ?? 0;
      const match = waiting.get(mark)?.[at];
      if (!match) return true;
      next.set(mark, at + 1);
      taken.add(match);
      pairs.push([entry, match]);
      return false;
    });
    right = right.filter((entry) => !taken.has(entry));
  }
  return { pairs, left, right };
}

function changesOf(before: BomEntry, after: BomEntry): readonly FieldChange[] {
  return CHANGED_FIELDS.flatMap((field) => {
    const [old, young] = [listOf(before[field]), listOf(after[field])];
    const [gone, come] = [without(old, young), without(young, old)];
    return gone.length + come.length === 0 ? [] : [{ field, before: gone, after: come }];
  });
}

function listOf(value: string | readonly string[] | undefined): readonly string[] {
  if (value === undefined) return [];
  return typeof value === 'string' ? [value] : value;
}

function without(list: readonly string[], other: readonly string[]): readonly string[] {
  const known = new Set(other);
  return [...new Set(list)].filter((value) => !known.has(value));
}

function compare(a: BomEntry, b: BomEntry): number {
  return (
    order(a.type, b.type) ||
    order(a.name, b.name) ||
    order(a.version ?? '', b.version ?? '') ||
    order(a.purl ?? '', b.purl ?? '')
  );
}

/** By code units: the same on every machine. */
function order(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
