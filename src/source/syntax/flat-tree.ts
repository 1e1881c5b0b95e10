import type { TextRange } from '../range';
import type { FlatNodes } from './flatten';

/**
 * A parsed text as flat arrays in source order. A node is an index; its descendants are the indices up to `after[node]`.
 * Walking it needs neither recursion nor allocation, so depth of nesting does not matter.
 */
export class FlatTree {
  readonly count: number;
  readonly type: Uint8Array;
  readonly start: Int32Array;
  readonly end: Int32Array;
  /** -1 for the root. */
  readonly parent: Int32Array;
  /** Index behind the last descendant. */
  readonly after: Int32Array;

  constructor(
    readonly text: string,
    nodes: FlatNodes,
  ) {
    this.count = nodes.count;
    this.type = nodes.type.subarray(0, nodes.count);
    this.start = nodes.start;
    this.end = nodes.end;
    this.parent = nodes.parent;
    this.after = nodes.after;
  }

  typeOf(node: number): number {
    return this.type[node] ?? 255;
  }

  startOf(node: number): number {
    return this.start[node] ?? 0;
  }

  endOf(node: number): number {
    return this.end[node] ?? 0;
  }

  parentOf(node: number): number {
    return this.parent[node] ?? -1;
  }

  afterOf(node: number): number {
    return this.after[node] ?? this.count;
  }

  /** -1 when there is none. */
  firstChild(node: number): number {
    return node + 1 < this.afterOf(node) ? node + 1 : -1;
  }

  /** -1 when there is none. */
  nextSibling(node: number): number {
    const next = this.afterOf(node);
    const parent = this.parentOf(node);
    return parent >= 0 && next < this.afterOf(parent) ? next : -1;
  }

  /** -1 when there is none. */
  previousSibling(node: number): number {
    const parent = this.parentOf(node);
    return parent >= 0 && node - 1 > parent ? this.childHolding(parent, node - 1) : -1;
  }

  children(node: number): number[] {
    const found: number[] = [];
    for (let child = this.firstChild(node); child >= 0; child = this.nextSibling(child)) found.push(child);
    return found;
  }

  /** The first child of a type; -1 when there is none. */
  childOfType(node: number, type: number): number {
    for (let child = this.firstChild(node); child >= 0; child = this.nextSibling(child)) {
      if (this.type[child] === type) return child;
    }
    return -1;
  }

  contains(outer: number, inner: number): boolean {
    return outer <= inner && inner < this.afterOf(outer);
  }

  /** The ancestor of `node` (or `node` itself) whose parent is `parent`. */
  childHolding(parent: number, node: number): number {
    let at = node;
    while (at >= 0 && this.parentOf(at) !== parent) at = this.parentOf(at);
    return at;
  }

  textOf(node: number): string {
    return this.text.slice(this.startOf(node), this.endOf(node));
  }

  rangeOf(node: number): TextRange {
    return { start: this.startOf(node), end: this.endOf(node) };
  }
}
