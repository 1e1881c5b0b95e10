import { buildAutomaton, type Automaton } from './aho-corasick';

/**
 * Says whether bytes hold every word of at least one of a list of sets, without decoding them, in one pass. It may say yes
 * where a search in the decoded text would say no, never the other way round.
 */
export class TriggerFilter {
  private readonly automaton: Automaton;
  /** For each word the sets it stands in. */
  private readonly setsOfWord: readonly (readonly number[])[];
  private readonly setSizes: Int32Array;
  private readonly matchesAll: boolean;

  constructor(sets: readonly (readonly string[])[]) {
    const needed = withoutWider(sets.map(asciiWords));
    this.matchesAll = needed.some((set) => set.size === 0);
    const words = [...new Set(needed.flatMap((set) => [...set]))];
    this.automaton = buildAutomaton(words);
    this.setsOfWord = words.map((word) => needed.flatMap((set, index) => (set.has(word) ? index : [])));
    this.setSizes = Int32Array.from(needed, (set) => set.size);
  }

  /** Whether `bytes` hold one of the sets whole. */
  matches(bytes: Uint8Array): boolean {
    if (this.matchesAll || isWide(bytes)) return true;
    const { columns, table, firstEnding, width, endings } = this.automaton;
    const search = { missing: this.setSizes.slice(), seenWords: new Uint8Array(this.setsOfWord.length) };
    const seenStates = new Uint8Array(endings.length);
    let state = 0;
    for (let at = 0; at < bytes.length; at++) {
      state = table[state + columns[bytes[at]!]!]!;
      if (state < firstEnding) continue;
      const ending = (state - firstEnding) / width;
      if (seenStates[ending] === 1) continue;
      seenStates[ending] = 1;
      if (this.completes(endings[ending]!, search)) return true;
    }
    return false;
  }

  /** Notes words that were found; true when one of them was the last that a set missed. */
  private completes(
    words: readonly number[],
    { missing, seenWords }: { readonly missing: Int32Array; readonly seenWords: Uint8Array },
  ): boolean {
    for (const word of words) {
      if (seenWords[word] === 1) continue;
      seenWords[word] = 1;
      for (const set of this.setsOfWord[word]!) if (--missing[set]! === 0) return true;
    }
    return false;
  }
}

/** Whether a byte order mark says UTF-16, where no word has the bytes it is searched by. */
function isWide([first, second]: Uint8Array): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}

/**
 * Each word by its longest run of ASCII. Non-ASCII characters have other bytes in other encodings, so a word is searched by
 * the part that reads the same in all of them.
 */
function asciiWords(words: readonly string[]): ReadonlySet<string> {
  const cores = words.map((word) => {
    const runs = word.match(/[\x01-\x7f]+/g) ?? [];
    return runs.reduce((longest, run) => (run.length > longest.length ? run : longest), '');
  });
  return new Set(cores.filter((core) => core !== ''));
}

/** Leaves out sets that hold the whole of another: where they match, the other one does. */
function withoutWider(sets: readonly ReadonlySet<string>[]): readonly ReadonlySet<string>[] {
  const kept: ReadonlySet<string>[] = [];
  // A set within another has its first word there: only those need to be compared.
  const keptByFirstWord = new Map<string, ReadonlySet<string>[]>();
  for (const set of [...sets].sort((a, b) => a.size - b.size)) {
    const candidates = [...set].flatMap((word) => keptByFirstWord.get(word) ?? []);
    if (candidates.some((smaller) => [...smaller].every((word) => set.has(word)))) continue;
    kept.push(set);
    const [first = ''] = set;
    const others = keptByFirstWord.get(first);
    if (others) others.push(set);
    else keptByFirstWord.set(first, [set]);
  }
  // A set without words matches everything, and holds no word to be found by.
  return kept.some((set) => set.size === 0) ? [new Set()] : kept;
}
