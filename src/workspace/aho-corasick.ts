/**
 * An Aho-Corasick automaton over bytes, flattened into one table. States are numbered by their row in the table and sorted
 * so that those in which a word ends come last: one comparison in the loop tells whether there is anything to look up.
 *
 * A. V. Aho, M. J. Corasick: Efficient string matching, 1975.
 */
export interface Automaton {
  /** Column of each byte; bytes that stand in no word share column 0. */
  readonly columns: Uint8Array;
  /** Next state by `state + column`. */
  readonly table: Int32Array;
  readonly width: number;
  readonly firstEnding: number;
  /** Numbers of the words that end in a state, by `(state - firstEnding) / width`. */
  readonly endings: readonly (readonly number[])[];
}

/** @param words one byte to a character, none empty; the number of a word is its place in this list */
export function buildAutomaton(words: readonly string[]): Automaton {
  const columns = new Uint8Array(256);
  let width = 1;
  for (const word of words) {
    for (let at = 0; at < word.length; at++) {
      const byte = word.charCodeAt(at);
      if (columns[byte] === 0) columns[byte] = width++;
    }
  }
  const root = buildTrie(words, columns, width);
  return flatten(linkFailures(root, width), columns, width);
}

/** A state while the automaton is built. */
interface TrieNode {
  /** Child by column; after {@link linkFailures} the next node for every column. */
  readonly next: (TrieNode | undefined)[];
  /** Numbers of the words that end here. */
  readonly endings: number[];
  /** The node of the longest proper suffix; none at the root. */
  failure: TrieNode | undefined;
  /** Where its row of the flattened table begins. */
  row: number;
}

function newNode(width: number): TrieNode {
  return {
    next: new Array<TrieNode | undefined>(width).fill(undefined),
    endings: [],
    failure: undefined,
    row: 0,
  };
}

function buildTrie(words: readonly string[], columns: Uint8Array, width: number): TrieNode {
  const root = newNode(width);
  for (const [number, word] of words.entries()) {
    let node = root;
    for (let at = 0; at < word.length; at++) {
      const column = columns[word.charCodeAt(at)] ?? 0;
      node = node.next[column] ??= newNode(width);
    }
    node.endings.push(number);
  }
  return root;
}

/** Fills the missing edges from the failure links, breadth first; returns the nodes in that order. */
function linkFailures(root: TrieNode, width: number): readonly TrieNode[] {
  const queue = [root];
  for (const node of queue) {
    if (node.failure) node.endings.push(...node.failure.endings);
    for (let column = 0; column < width; column++) {
      const fallback = node.failure?.next[column] ?? root;
      const child = node.next[column];
      if (child) {
        child.failure = fallback;
        queue.push(child);
      } else {
        node.next[column] = fallback;
      }
    }
  }
  return queue;
}

function flatten(order: readonly TrieNode[], columns: Uint8Array, width: number): Automaton {
  const silent = order.filter(({ endings }) => endings.length === 0);
  const ending = order.filter(({ endings }) => endings.length > 0);
  const sorted = [...silent, ...ending];
  for (const [index, node] of sorted.entries()) node.row = index * width;
  const table = new Int32Array(sorted.length * width);
  for (const { row, next } of sorted) {
    for (let column = 0; column < width; column++) table[row + column] = next[column]?.row ?? 0;
  }
  return {
    columns,
    table,
    width,
    firstEnding: silent.length * width,
    endings: ending.map(({ endings }) => endings),
  };
}
