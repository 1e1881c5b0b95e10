import { buildAutomaton, type Automaton } from './aho-corasick';
import type { NumberedSets } from './numbered-sets';
import type { TriggerPlace } from './trigger-word';
import { standsAs } from './word-position';

/** Searches bytes for sets of words, all at once and in one pass. */
export class SetSearch {
  private readonly automaton: Automaton;
  /** By the number of a text in the automaton: the ways in which it may have to stand. */
  private readonly words: readonly (readonly SearchedWord[])[];
  private readonly wordCount: number;
  private readonly setSizes: Int32Array;

  constructor({ words, sets }: NumberedSets) {
    this.wordCount = words.length;
    this.setSizes = Int32Array.from(sets, (set) => set.length);
    const setsOf = words.map((): number[] => []);
    for (const [index, set] of sets.entries()) for (const number of set) setsOf[number]?.push(index);
    const byText = new Map<string, SearchedWord[]>();
    for (const [number, { text, as }] of words.entries()) {
      const inSets = setsOf[number] ?? [];
      if (inSets.length === 0) continue;
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
  private completes(longest: number, end: number, { bytes, missing, seen, found }: Search): boolean {
    const { shorter } = this.automaton;
    for (let text = longest; text !== -1; text = shorter[text] ?? -1) {
      for (const { number, length, as, sets } of this.words[text] ?? []) {
        if (seen[number] === 1 || !standsAs(as, bytes, end - length, end)) continue;
        seen[number] = 1;
        for (const set of sets) {
          const left = (missing[set] ?? 0) - 1;
          missing[set] = left;
          if (left === 0 && found(set)) return true;
        }
      }
    }
    return false;
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
