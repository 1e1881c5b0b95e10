import type { FlatNodes } from '../../../syntax/flatten';

/** Gathers nodes as they end, children before their parent, and lays them out in source order when all are there. */
export class NodeList {
  count = 0;
  private type: Uint8Array;
  private start: Int32Array;
  private end: Int32Array;
  /** Number of descendants. */
  private size: Int32Array;

  /** @param expected number of nodes; more only cost time */
  constructor(expected: number) {
    this.type = new Uint8Array(expected);
    this.start = new Int32Array(expected);
    this.end = new Int32Array(expected);
    this.size = new Int32Array(expected);
  }

  /** Adds a node whose descendants are those added since `count` was `mark`. */
  add(type: number, start: number, end: number, mark: number): void {
    const at = this.count++;
    if (at === this.type.length) this.grow();
    this.type[at] = type;
    this.start[at] = start;
    this.end[at] = end;
    this.size[at] = at - mark;
  }

  /** The type of the node that was added last. */
  get lastType(): number {
    return this.type[this.count - 1] ?? 255;
  }

  /**
   * The nodes in source order; the last one added is the root.
   *
   * @param length of the text, behind which nothing goes on
   */
  inSourceOrder(length: number): FlatNodes {
    const { count } = this;
    const type = new Uint8Array(count);
    const start = new Int32Array(count);
    const end = new Int32Array(count);
    const parent = new Int32Array(count);
    const after = new Int32Array(count);
    // What is open while the list is gone through from its end: where each node stands, and where its first descendant was added.
    const open: number[] = [];
    const firsts: number[] = [];
    let depth = 0;
    for (let at = count - 1; at >= 0; at--) {
      while (depth > 0 && at < (firsts[depth - 1] ?? 0)) depth--;
      const size = this.size[at] ?? 0;
      // Before a node stand all that ended before its first descendant, and its ancestors.
      const node = at - size + depth;
      type[node] = this.type[at] ?? 255;
      start[node] = Math.min(this.start[at] ?? 0, length);
      end[node] = Math.min(this.end[at] ?? 0, length);
      parent[node] = depth > 0 ? (open[depth - 1] ?? -1) : -1;
      after[node] = node + size + 1;
      if (size === 0) continue;
      open[depth] = node;
      firsts[depth++] = at - size;
    }
    return { count, type, start, end, parent, after };
  }

  private grow(): void {
    const length = this.type.length * 2;
    const type = new Uint8Array(length);
    type.set(this.type);
    this.type = type;
    this.start = enlarged(this.start, length);
    this.end = enlarged(this.end, length);
    this.size = enlarged(this.size, length);
  }
}

function enlarged(from: Int32Array, length: number): Int32Array {
  const to = new Int32Array(length);
  to.set(from);
  return to;
}
