/**
 * An Aho-Corasick automaton over bytes, flattened into one table. A state is the number of its row in the table; one in which a
 * word ends stands there as its complement, so that the sign alone tells whether there is anything to look up.
 *
 * A. V. Aho, M. J. Corasick: Efficient string matching, 1975.
 */
export interface Automaton {
  /** Column of each byte; bytes that stand in no word share column 0. */
  readonly columns: Uint8Array;
  /** Next state by `state + column`; where words end there, its complement (`~state`). */
  readonly table: Int32Array;
  /** Number of the longest word that ends in a state, by the state's row; -1 for none. */
  readonly endings: Int32Array;
  /** By the number of a word: that of the next shorter one which ends wherever it does, or -1. */
  readonly shorter: Int32Array;
  /** Columns of a row. */
  readonly width: number;
}

/** @param words one byte to a character, none empty, each once; the number of a word is its place in this list */
export function buildAutomaton(words: readonly string[]): Automaton {
  const { columns, width } = columnsOf(words);
  const trie = buildTrie(words, columns, width);
  const shorter = linkFailures(trie, words.length, width);
  const { table, endings } = trie;
  return { columns, table, endings, shorter, width };
}

function columnsOf(words: readonly string[]): { readonly columns: Uint8Array; readonly width: number } {
  const columns = new Uint8Array(256);
  let width = 1;
  for (const word of words) {
    for (let at = 0; at < word.length; at++) {
      const byte = word.charCodeAt(at);
      if (columns[byte] === 0) columns[byte] = width++;
    }
  }
  return { columns, width };
}

interface Trie {
  /** Children by `row + column`, 0 for none. */
  readonly table: Int32Array;
  /** By the number of a state. */
  readonly endings: Int32Array;
  /** The column by which a state is reached from its parent. */
  readonly reachedBy: Uint8Array;
  readonly firstChild: Int32Array;
  readonly nextSibling: Int32Array;
}

function buildTrie(words: readonly string[], columns: Uint8Array, width: number): Trie {
  const most = words.reduce((sum, { length }) => sum + length, 1);
  const table = new Int32Array(most * width);
  const endings = new Int32Array(most).fill(-1);
  const reachedBy = new Uint8Array(most);
  const firstChild = new Int32Array(most);
  const nextSibling = new Int32Array(most);
  let count = 1;
  for (const [number, word] of words.entries()) {
    let state = 0;
    for (let at = 0; at < word.length; at++) {
      const column = columns[word.charCodeAt(at)] ?? 0;
      let child = (table[state * width + column] ?? 0) / width;
      if (child === 0) {
        child = count++;
        table[state * width + column] = child * width;
        reachedBy[child] = column;
        nextSibling[child] = firstChild[state] ?? 0;
        firstChild[state] = child;
      }
      state = child;
    }
    endings[state] = number;
  }
  return { table, endings, reachedBy, firstChild, nextSibling };
}

/**
 * Fills the missing edges from the failure links, breadth first: the row of a state is that of its longest proper suffix with
 * its own children put in.
 */
function linkFailures(trie: Trie, words: number, width: number): Int32Array {
  const { table, endings, reachedBy, firstChild, nextSibling } = trie;
  const shorter = new Int32Array(words).fill(-1);
  const failure = new Int32Array(endings.length);
  const queue = new Int32Array(endings.length);
  let length = 1;
  for (let at = 0; at < length; at++) {
    const state = queue[at] ?? 0;
    const row = state * width;
    const suffix = (failure[state] ?? 0) * width;
    // The row of the suffix is whole: it is shorter.
    if (state !== 0) table.copyWithin(row, suffix, suffix + width);
    for (let child = firstChild[state] ?? 0; child !== 0; child = nextSibling[child] ?? 0) {
      const column = reachedBy[child] ?? 0;
      const next = state === 0 ? 0 : (table[suffix + column] ?? 0);
      const shorterState = (next < 0 ? ~next : next) / width;
      failure[child] = shorterState;
      const word = endings[child] ?? -1;
      const inside = endings[shorterState] ?? -1;
      if (word === -1) endings[child] = inside;
      else shorter[word] = inside;
      table[row + column] = endings[child] === -1 ? child * width : ~(child * width);
      queue[length++] = child;
    }
  }
  return shorter;
}
