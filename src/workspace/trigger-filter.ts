/**
 * Says whether bytes hold any of a set of words, without decoding them: an Aho-Corasick automaton over the UTF-8 of the
 * words, flattened into one table. It may say yes where a decoded search would say no, never the other way round.
 */
export class TriggerFilter {
  /** Column of each byte; bytes that stand in no word share column 0. */
  private readonly columns = new Uint8Array(256);
  /** Next state by `state + column`; states are multiples of the row width, the accepting ones follow `firstAccepting`. */
  private readonly table: Int32Array;
  private readonly firstAccepting: number;
  private readonly matchesAll: boolean;

  constructor(words: readonly string[]) {
    const needles = words.map(asciiCore);
    this.matchesAll = needles.some((needle) => needle.length === 0);
    const bytes = needles.filter((needle) => needle.length > 0);
    const width = this.assignColumns(bytes);
    const trie = buildTrie(bytes, this.columns, width);
    const { table, firstAccepting } = flatten(trie, width);
    this.table = table;
    this.firstAccepting = firstAccepting;
  }

  /** Whether `bytes` hold one of the words. */
  matches(bytes: Uint8Array): boolean {
    if (this.matchesAll) return true;
    const { columns, table, firstAccepting } = this;
    let state = 0;
    for (let at = 0; at < bytes.length; at++) {
      state = table[state + columns[bytes[at]!]!]!;
      if (state >= firstAccepting) return true;
    }
    return false;
  }

  private assignColumns(needles: readonly string[]): number {
    let used = 0;
    for (const needle of needles) {
      for (let at = 0; at < needle.length; at++) {
        const byte = needle.charCodeAt(at);
        if (this.columns[byte] === 0) this.columns[byte] = ++used;
      }
    }
    return used + 1;
  }
}

/**
 * The longest run of ASCII in a word. Non-ASCII characters have other bytes in other encodings, so a word is searched by
 * the part that reads the same in all of them.
 */
function asciiCore(word: string): string {
  const runs = word.match(/[\x01-\x7f]+/g) ?? [];
  return runs.reduce((longest, run) => (run.length > longest.length ? run : longest), '');
}

interface Trie {
  /** Child by `node * width + column`, -1 for none. */
  readonly next: number[];
  readonly accepting: boolean[];
}

function buildTrie(needles: readonly string[], columns: Uint8Array, width: number): Trie {
  const next: number[] = new Array<number>(width).fill(-1);
  const accepting = [false];
  for (const needle of needles) {
    let node = 0;
    for (let at = 0; at < needle.length; at++) {
      const slot = node * width + columns[needle.charCodeAt(at)]!;
      let child = next[slot]!;
      if (child < 0) {
        child = accepting.length;
        accepting.push(false);
        for (let column = 0; column < width; column++) next.push(-1);
        next[slot] = child;
      }
      node = child;
    }
    accepting[node] = true;
  }
  return { next, accepting };
}

/** Fills the missing edges from the failure links and renumbers the nodes so that accepting ones come last. */
function flatten({ next, accepting }: Trie, width: number): { table: Int32Array; firstAccepting: number } {
  const failure = new Int32Array(accepting.length);
  const queue: number[] = [0];
  for (let head = 0; head < queue.length; head++) {
    const node = queue[head]!;
    accepting[node] ||= accepting[failure[node]!]!;
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
  const ordered = [...queue.filter((node) => !accepting[node]), ...queue.filter((node) => accepting[node])];
  const position = new Int32Array(accepting.length);
  ordered.forEach((node, index) => (position[node] = index));
  const table = new Int32Array(accepting.length * width);
  for (const [index, node] of ordered.entries()) {
    for (let column = 0; column < width; column++) {
      table[index * width + column] = position[next[node * width + column]!]! * width;
    }
  }
  return { table, firstAccepting: ordered.filter((node) => !accepting[node]).length * width };
}
