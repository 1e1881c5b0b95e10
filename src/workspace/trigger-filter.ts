import type { TriggerSet, TriggerWord } from '../analysis/trigger-sets';
import { buildAutomaton, type Automaton } from './aho-corasick';
import { standsAs } from './word-position';

/**
 * Says whether bytes hold every word of at least one of a list of sets, without decoding them, in one pass. It may say yes
 * where a search in the decoded text would say no, never the other way round.
 */
export class TriggerFilter {
  private readonly automaton: Automaton;
  private readonly words: readonly SearchedWord[];
  private readonly setSizes: Int32Array;
  private readonly matchesAll: boolean;

  constructor(sets: readonly TriggerSet[]) {
    const needed = withoutWider(sets.map(searchable));
    this.matchesAll = needed.some((set) => set.size === 0);
    const words = new Map<string, TriggerWord & { readonly sets: number[] }>();
    for (const [index, set] of needed.entries()) {
      for (const [key, word] of set) {
        const known = words.get(key);
        if (known) known.sets.push(index);
        else words.set(key, { ...word, sets: [index] });
      }
    }
    this.words = [...words.values()];
    this.automaton = buildAutomaton(this.words.map(({ text }) => text));
    this.setSizes = Int32Array.from(needed, (set) => set.size);
  }

  /** Whether `bytes` hold one of the sets whole. */
  matches(bytes: Uint8Array): boolean {
    if (this.matchesAll || isWide(bytes)) return true;
    const { columns, table, firstEnding, width, endings } = this.automaton;
    const search: Search = {
      bytes,
      missing: this.setSizes.slice(),
      found: new Uint8Array(this.words.length),
    };
    let state = 0;
    for (let at = 0; at < bytes.length; at++) {
      state = table[state + (columns[bytes[at] ?? 0] ?? 0)] ?? 0;
      if (state < firstEnding) continue;
      if (this.completes(endings[(state - firstEnding) / width] ?? [], at + 1, search)) return true;
    }
    return false;
  }

  /** Notes words that end before `end`; true when one of them was the last that a set missed. */
  private completes(words: readonly number[], end: number, { bytes, missing, found }: Search): boolean {
    for (const number of words) {
      const word = this.words[number];
      if (!word || found[number] === 1) continue;
      if (!standsAs(word.as, bytes, end - word.text.length, end)) continue;
      found[number] = 1;
      for (const set of word.sets) {
        const left = (missing[set] ?? 0) - 1;
        if (left === 0) return true;
        missing[set] = left;
      }
    }
    return false;
  }
}

interface SearchedWord extends TriggerWord {
  /** Numbers of the sets it stands in. */
  readonly sets: readonly number[];
}

interface Search {
  readonly bytes: Uint8Array;
  /** How many words each set still misses. */
  readonly missing: Int32Array;
  readonly found: Uint8Array;
}

/** Whether a byte order mark says UTF-16, where no word has the bytes it is searched by. */
function isWide([first, second]: Uint8Array): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}

/** A set by keys that are equal for equal words. */
type KeyedSet = ReadonlyMap<string, TriggerWord>;

/**
 * Each word by its longest run of ASCII. Non-ASCII characters have other bytes in other encodings, so a word is searched by
 * the part that reads the same in all of them, and then as part of a longer one.
 */
function searchable(set: TriggerSet): KeyedSet {
  const words = set.map((word): TriggerWord => {
    const { text, as } = word;
    if (as === 'bytes') return word;
    const runs = text.match(/\p{ASCII}+/gu) ?? [];
    const longest = runs.reduce((best, run) => (run.length > best.length ? run : best), '');
    return { text: longest, as: longest === text ? as : 'text' };
  });
  return new Map(words.filter(({ text }) => text !== '').map((word) => [`${word.as} ${word.text}`, word]));
}

/** Leaves out sets that hold the whole of another: where they match, the other one does. */
function withoutWider(sets: readonly KeyedSet[]): readonly KeyedSet[] {
  const kept: KeyedSet[] = [];
  // A set within another has its first word there: only those need to be compared.
  const keptByFirstWord = new Map<string, KeyedSet[]>();
  for (const set of [...sets].sort((a, b) => a.size - b.size)) {
    const keys = [...set.keys()];
    const candidates = keys.flatMap((key) => keptByFirstWord.get(key) ?? []);
    if (candidates.some((smaller) => [...smaller.keys()].every((key) => set.has(key)))) continue;
    kept.push(set);
    const [first = ''] = keys;
    const others = keptByFirstWord.get(first);
    if (others) others.push(set);
    else keptByFirstWord.set(first, [set]);
  }
  return kept;
}
