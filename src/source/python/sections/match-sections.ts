import type { SyntaxTree } from '../syntax/syntax-tree';
import { SectionRecord } from './section-record';

/** The sections of one version. */
export interface SectionList {
  readonly records: readonly SectionRecord[];
  /** Those that the version before did not have. */
  readonly added: ReadonlySet<SectionRecord>;
  /** Those that only the version before had. */
  readonly removed: ReadonlySet<SectionRecord>;
}

/** Every top-level statement of a text that has no earlier version. */
export function newSections(tree: SyntaxTree): SectionList {
  const records: SectionRecord[] = [];
  for (let node = tree.firstChild(0); node >= 0; node = tree.nextSibling(node)) {
    records.push(place(new SectionRecord(), records.length, node, tree));
  }
  return { records, added: new Set(records), removed: new Set() };
}

/**
 * Finds the sections of an earlier version again: those at the beginning and at the end whose nodes and text are the same,
 * so that kept sections keep their order. Their places become those in `tree`.
 */
export function matchSections(
  earlier: readonly SectionRecord[],
  before: SyntaxTree,
  tree: SyntaxTree,
): SectionList {
  const nodes: number[] = [];
  for (let node = tree.firstChild(0); node >= 0; node = tree.nextSibling(node)) nodes.push(node);
  const most = Math.min(nodes.length, earlier.length);
  let head = 0;
  while (head < most && isSame(earlier[head], before, nodes[head] ?? 0, tree)) head++;
  let tail = 0;
  while (
    tail < most - head &&
    isSame(earlier[earlier.length - 1 - tail], before, nodes[nodes.length - 1 - tail] ?? 0, tree)
  ) {
    tail++;
  }
  const added = new Set<SectionRecord>();
  const shift = earlier.length - nodes.length;
  const records = nodes.map((node, number) => {
    let record = number < head ? earlier[number] : undefined;
    if (number >= nodes.length - tail) record = earlier[number + shift];
    if (!record) added.add((record = new SectionRecord()));
    return place(record, number, node, tree);
  });
  const removed = new Set(earlier.slice(head, earlier.length - tail));
  for (const record of removed) record.number = -1;
  return { records, added, removed };
}

function place(record: SectionRecord, number: number, node: number, tree: SyntaxTree): SectionRecord {
  record.number = number;
  record.first = node;
  record.after = tree.afterOf(node);
  record.start = tree.startOf(node);
  record.end = tree.endOf(node);
  return record;
}

function isSame(
  record: SectionRecord | undefined,
  before: SyntaxTree,
  node: number,
  tree: SyntaxTree,
): boolean {
  if (!record) return false;
  const { first, after, start, end } = record;
  const count = after - first;
  if (tree.afterOf(node) - node !== count || tree.endOf(node) - tree.startOf(node) !== end - start)
    return false;
  const moved = tree.startOf(node) - start;
  const renumbered = node - first;
  for (let at = 0; at < count; at++) {
    const old = first + at;
    const now = node + at;
    if (
      before.type[old] !== tree.type[now] ||
      (before.start[old] ?? 0) + moved !== tree.start[now] ||
      (before.end[old] ?? 0) + moved !== tree.end[now] ||
      (before.after[old] ?? 0) + renumbered !== tree.after[now]
    ) {
      return false;
    }
  }
  return before.text.slice(start, end) === tree.text.slice(start + moved, end + moved);
}
