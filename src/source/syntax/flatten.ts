import { TreeBuffer, type Tree } from '@lezer/common';

/** The nodes of a tree in source order, as parallel arrays; those may be longer than `count`. */
export interface FlatNodes {
  readonly count: number;
  readonly type: Uint8Array;
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly parent: Int32Array;
  /** Index behind the last descendant. */
  readonly after: Int32Array;
}

/** The number that each grammar gives to what it could not read. */
const ERROR = 0;

/**
 * Lays a parser's tree out flat. It reads the parser's own arrays: going through them with a cursor costs several times as
 * much, and this is done at every key press. Nodes without a name stand for their children, as they do for a cursor.
 *
 * @param length of the text: the parser has read a little more, and of that only its complaints count.
 * @param canonical maps a grammar's node id to the first id of the same name, at most 255; that of errors is 0.
 */
export function flatten(tree: Tree, length: number, canonical: Uint8Array): FlatNodes {
  const nodes = new Nodes(Math.max(64, (length * 3) >> 3), canonical);
  const open: OpenTree[] = [];
  let top: OpenTree | undefined = openTree(nodes, tree, 0, length, -1);
  while (top) {
    const child: Tree | TreeBuffer | undefined = top.tree.children[top.next];
    if (!child) {
      if (top.node >= 0) nodes.after[top.node] = nodes.count;
      top = open.pop();
      continue;
    }
    const from: number = top.from + (top.tree.positions[top.next] ?? 0);
    top.next += 1;
    if (child instanceof TreeBuffer) {
      nodes.addBuffer(child.buffer, from, length, top.parent);
      continue;
    }
    const inner = openTree(nodes, child, from, length, top.parent);
    if (!inner) continue;
    open.push(top);
    top = inner;
  }
  return nodes;
}

/** A tree whose children are being laid out. */
interface OpenTree {
  readonly tree: Tree;
  readonly from: number;
  /** Its own node; -1 when it has none. */
  readonly node: number;
  /** The node that its children belong to. */
  readonly parent: number;
  next: number;
}

function openTree(
  nodes: Nodes,
  tree: Tree,
  from: number,
  length: number,
  parent: number,
): OpenTree | undefined {
  if (tree.type.isAnonymous) return { tree, from, node: -1, parent, next: 0 };
  const type = nodes.canonical[tree.type.id] ?? 255;
  if (from > length && type !== ERROR) return undefined;
  const node = nodes.add(type, Math.min(from, length), Math.min(from + tree.length, length), parent);
  return { tree, from, node, parent: node, next: 0 };
}

/** Growing storage. */
class Nodes implements FlatNodes {
  count = 0;
  type: Uint8Array;
  start: Int32Array;
  end: Int32Array;
  parent: Int32Array;
  after: Int32Array;

  constructor(
    private capacity: number,
    readonly canonical: Uint8Array,
  ) {
    this.type = new Uint8Array(capacity);
    this.start = new Int32Array(capacity);
    this.end = new Int32Array(capacity);
    this.parent = new Int32Array(capacity);
    this.after = new Int32Array(capacity);
  }

  add(type: number, start: number, end: number, parent: number): number {
    if (this.count === this.capacity) this.grow(this.capacity * 2);
    const node = this.count++;
    this.type[node] = type;
    this.start[node] = start;
    this.end[node] = end;
    this.parent[node] = parent;
    return node;
  }

  /** Adds the nodes of a buffer: for each its type, start, end, and the place in the buffer behind its last descendant. */
  addBuffer(buffer: Uint16Array, from: number, length: number, outer: number): void {
    const most = this.count + (buffer.length >> 2);
    if (most > this.capacity) this.grow(Math.max(most, this.capacity * 2));
    const { type, start, end, parent, after, canonical } = this;
    const first = this.count;
    let node = first;
    let open = outer;
    for (let at = 0; at < buffer.length; at += 4) {
      // While a node is open, `after` holds the place in the buffer where it ends.
      while (open >= first && (after[open] ?? 0) <= at) {
        after[open] = node;
        open = parent[open] ?? -1;
      }
      const kind = canonical[buffer[at] ?? 0] ?? 255;
      const behind = buffer[at + 3] ?? 0;
      const starts = from + (buffer[at + 1] ?? 0);
      if (starts > length && kind !== ERROR) {
        at = behind - 4;
        continue;
      }
      const ends = from + (buffer[at + 2] ?? 0);
      type[node] = kind;
      start[node] = starts < length ? starts : length;
      end[node] = ends < length ? ends : length;
      parent[node] = open;
      after[node] = behind;
      open = node++;
    }
    while (open >= first) {
      after[open] = node;
      open = parent[open] ?? -1;
    }
    this.count = node;
  }

  private grow(capacity: number): void {
    this.capacity = capacity;
    this.type = enlarged(this.type, new Uint8Array(capacity));
    this.start = enlarged(this.start, new Int32Array(capacity));
    this.end = enlarged(this.end, new Int32Array(capacity));
    this.parent = enlarged(this.parent, new Int32Array(capacity));
    this.after = enlarged(this.after, new Int32Array(capacity));
  }
}

function enlarged<A extends Uint8Array | Int32Array>(from: A, to: A): A {
  to.set(from);
  return to;
}
