import type { TriggerSet } from '../analysis/trigger-sets';
import type { TriggerWord } from '../analysis/trigger-word';
import { buildAutomaton, type Automaton } from './aho-corasick';
import { numberedSets } from './numbered-sets';
import { standsAs } from './word-position';

/**
 * Says whether bytes hold every word of at least one of a list of sets, without decoding them, in one pass. It may say yes
 * where a search in the decoded text would say no, never the other way round.
 */
export class TriggerFilter {
  private readonly automaton: Automaton;
  /** By the number of a text in the automaton: the ways in which it may have to stand. */
  private readonly words: readonly (readonly SearchedWord[])[];
  private readonly wordCount: number;
  private readonly setSizes: Int32Array;
  private readonly matchesAll: boolean;

  constructor(sets: readonly TriggerSet[]) {
    const { words, sets: needed } = numberedSets(sets);
    this.matchesAll = needed.some((set) => set.length === 0);
    this.wordCount = words.length;
    this.setSizes = Int32Array.from(needed, (set) => set.length);
    const setsOf = words.map((): number[] => []);
    for (const [index, set] of needed.entries()) for (const number of set) setsOf[number]?.push(index);
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

  /** Whether `bytes` hold one of the sets whole. */
  matches(bytes: Uint8Array): boolean {
    if (this.matchesAll || isWide(bytes)) return true;
    const { columns, table, width, endings } = this.automaton;
    const search: Search = {
      bytes,
      missing: this.setSizes.slice(),
      found: new Uint8Array(this.wordCount),
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

  /** Notes the words that end before `end`, of which the longest is given; true when one was the last that a set missed. */
  private completes(longest: number, end: number, { bytes, missing, found }: Search): boolean {
    const { shorter } = this.automaton;
    for (let text = longest; text !== -1; text = shorter[text] ?? -1) {
      for (const { number, length, as, sets } of this.words[text] ?? []) {
        if (found[number] === 1 || !standsAs(as, bytes, end - length, end)) continue;
        found[number] = 1;
        for (const set of sets) {
          const left = (missing[set] ?? 0) - 1;
          if (left === 0) return true;
          missing[set] = left;
        }
      }
    }
    return false;
  }
}

interface SearchedWord extends Pick<TriggerWord, 'as'> {
  readonly number: number;
  readonly length: number;
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
