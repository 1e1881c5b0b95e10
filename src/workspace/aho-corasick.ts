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

/** @param words ASCII, none empty; the number of a word is its place in this list */
export function buildAutomaton(words: readonly string[]): Automaton {
  const columns = new Uint8Array(256);
  let width = 1;
  for (const word of words) {
    for (let at = 0; at < word.length; at++) {
      const byte = word.charCodeAt(at);
      if (columns[byte] === 0) columns[byte] = width++;
    }
  }
  const trie = buildTrie(words, columns, width);
  const order = linkFailures(trie, width);
  return flatten(trie, order, columns, width);
}

interface Trie {
  /** Child by `node * width + column`, -1 for none; after {@link linkFailures} the next node for every byte. */
  readonly next: number[];
  readonly endings: number[][];
}

function buildTrie(words: readonly string[], columns: Uint8Array, width: number): Trie {
  const next: number[] = new Array<number>(width).fill(-1);
  const endings: number[][] = [[]];
  for (const [number, word] of words.entries()) {
    let node = 0;
    for (let at = 0; at < word.length; at++) {
      const slot = node * width + columns[word.charCodeAt(at)]!;
      let child = next[slot]!;
      if (child < 0) {
        child = endings.length;
        endings.push([]);
        for (let column = 0; column < width; column++) next.push(-1);
        next[slot] = child;
      }
      node = child;
    }
    endings[node]!.push(number);
  }
  return { next, endings };
}

/** Fills the missing edges from the failure links, breadth first; returns the nodes in that order. */
function linkFailures({ next, endings }: Trie, width: number): readonly number[] {
  const failure = new Int32Array(endings.length);
  const queue: number[] = [0];
  for (let head = 0; head < queue.length; head++) {
    const node = queue[head]!;
    if (node !== 0) endings[node]!.push(...endings[failure[node]!]!);
    for (let column = 0; column < width; column++) {
      const slot = node * width + column;
      const child = next[slot]!;
      const fallback = node === 0 ? 0 : next[failure[node]! * width + column]!;
      if (child < 0) {
        next[slot] = fallback;
      } else {
        failure[child] = fallback;
        queue.push(child);
      }
    }
  }
  return queue;
}

function flatten(
  { next, endings }: Trie,
  order: readonly number[],
  columns: Uint8Array,
  width: number,
): Automaton {
  const silent = order.filter((node) => endings[node]!.length === 0);
  const sorted = [...silent, ...order.filter((node) => endings[node]!.length > 0)];
  const row = new Int32Array(sorted.length);
  sorted.forEach((node, index) => (row[node] = index));
  const table = new Int32Array(sorted.length * width);
  for (const [index, node] of sorted.entries()) {
    for (let column = 0; column < width; column++) {
      table[index * width + column] = row[next[node * width + column]!]! * width;
    }
  }
  return {
    columns,
    table,
    width,
    firstEnding: silent.length * width,
    endings: sorted.slice(silent.length).map((node) => endings[node]!),
  };
}
