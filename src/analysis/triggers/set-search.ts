import { buildAutomaton, type Automaton } from './aho-corasick';
import type { NumberedSets } from './numbered-sets';
import { SOURCE, type TriggerPlace } from './trigger-word';
import { standsAs } from './word-position';

/** Searches bytes for sets of words, all at once and in one pass. */
export class SetSearch {
  private readonly automaton: Automaton;
  /** By the number of a text in the automaton: the ways in which it may have to stand. */
  private readonly words: readonly (readonly SearchedWord[])[];
  private readonly wordCount: number;
  private readonly setSizes: Int32Array;
  /** Sets from this number on are those of sources. */
  private readonly firstSource: number;
  /** The word {@link SOURCE}, which stands in no text. */
  private readonly source: Pick<SearchedWord, 'number' | 'sets'> | undefined;

  constructor({ words, sets, sources }: NumberedSets) {
    this.wordCount = words.length;
    const all = [...sets, ...sources];
    this.firstSource = sets.length;
    this.setSizes = Int32Array.from(all, (set) => set.length);
    const setsOf = words.map((): number[] => []);
    for (const [index, set] of all.entries()) for (const number of set) setsOf[number]?.push(index);
    const source = words.findIndex(({ as }) => as === SOURCE.as);
    this.source = source === -1 ? undefined : { number: source, sets: setsOf[source] ?? [] };
    const byText = new Map<string, SearchedWord[]>();
    for (const [number, { text, as }] of words.entries()) {
      const inSets = setsOf[number] ?? [];
      if (inSets.length === 0 || as === SOURCE.as) continue;
      const word: SearchedWord = { number, length: text.length, as, sets: inSets };
      const known = byText.get(text);
      if (known) known.push(word);
      else byText.set(text, [word]);
    }
    this.words = [...byText.values()];
    this.automaton = buildAutomaton([...byText.keys()]);
  }

  /**
   * Gives the number of each set as soon as all its words were found.
   *
   * @param found says whether that is enough
   * @returns whether it was
   */
  run(bytes: Uint8Array, found: (set: number) => boolean): boolean {
    const { columns, table, width, endings } = this.automaton;
    const search: Search = {
      bytes,
      missing: this.setSizes.slice(),
      seen: new Uint8Array(this.wordCount),
      found,
    };
    let state = 0;
    for (let at = 0; at < bytes.length; at++) {
      state = table[state + (columns[bytes[at] ?? 0] ?? 0)] ?? 0;
      if (state >= 0) continue;
      state = ~state;
      if (this.completes(endings[state / width] ?? -1, at + 1, search)) return true;
    }
    return false;
  }

  /** Notes the words that end before `end`, of which the longest is given. */
  private completes(longest: number, end: number, search: Search): boolean {
    const { shorter } = this.automaton;
    const { bytes, seen } = search;
    for (let text = longest; text !== -1; text = shorter[text] ?? -1) {
      for (const { number, length, as, sets } of this.words[text] ?? []) {
        if (seen[number] === 1 || !standsAs(as, bytes, end - length, end)) continue;
        if (this.stands({ number, sets }, search)) return true;
      }
    }
    return false;
  }

  /** Notes that a word stands where it has to. */
  private stands({ number, sets }: Pick<SearchedWord, 'number' | 'sets'>, search: Search): boolean {
    const { missing, seen, found } = search;
    seen[number] = 1;
    for (const set of sets) {
      const left = (missing[set] ?? 0) - 1;
      missing[set] = left;
      if (left !== 0) continue;
      if (set < this.firstSource ? found(set) : this.isFirstSource(search)) return true;
    }
    return false;
  }

  /** One set of words of a source is enough. */
  private isFirstSource(search: Search): boolean {
    const { source } = this;
    return source !== undefined && search.seen[source.number] === 0 && this.stands(source, search);
  }
}

interface SearchedWord {
  readonly as: TriggerPlace;
  readonly number: number;
  readonly length: number;
  /** Numbers of the sets it stands in. */
  readonly sets: readonly number[];
}

interface Search {
  readonly bytes: Uint8Array;
  /** How many words each set still misses. */
  readonly missing: Int32Array;
  readonly seen: Uint8Array;
  readonly found: (set: number) => boolean;
}
