import Fuse from 'fuse.js/basic';
import { stemOf } from './words';

/** A word of the catalog that a word of the query may stand for, and how surely (0 to 1). */
export interface WordMatch {
  readonly word: string;
  readonly quality: number;
}

interface KnownWord {
  readonly word: string;
  readonly stem: string;
}

const SAME_STEM = 0.9;
const BEGINNING = 0.6;
const MISSPELT = 0.5;
/** Shorter words are too like each other. */
const SHORTEST_MISSPELT = 4;
const MOST_GUESSES = 6;

/** The words the catalog uses, to be found by their beginning, in another form, or misspelt. */
export class Vocabulary {
  private readonly words: readonly KnownWord[];
  private readonly letters: readonly { readonly word: string; readonly mask: number }[];

  /**
   * @param words all words
   * @param likely the words that a misspelt one may stand for
   */
  constructor(words: Iterable<string>, likely: Iterable<string>) {
    this.words = [...new Set(words)].map((word) => ({ word, stem: stemOf(word) }));
    this.letters = [...new Set(likely)]
      .filter((word) => word.length >= SHORTEST_MISSPELT)
      .map((word) => ({ word, mask: letterMask(word) }));
  }

  /** The words `typed` stands for, best first; guesses at its spelling only when no word is or begins like it. */
  matches(typed: string): WordMatch[] {
    const stem = stemOf(typed);
    const found = this.words.flatMap(({ word, stem: other }): WordMatch[] => {
      if (word === typed) return [{ word, quality: 1 }];
      if (other === stem) return [{ word, quality: SAME_STEM }];
      if (typed.length < 2 || !word.startsWith(typed)) return [];
      return [{ word, quality: BEGINNING + (0.25 * typed.length) / word.length }];
    });
    return found.length > 0 ? found.sort((a, b) => b.quality - a.quality) : this.guesses(typed);
  }

  private guesses(typed: string): WordMatch[] {
    if (typed.length < SHORTEST_MISSPELT || /\d/u.test(typed)) return [];
    const mask = letterMask(typed);
    const candidates = this.letters
      .filter(({ word, mask: other }) => Math.abs(word.length - typed.length) <= 2 && bits(mask ^ other) <= 4)
      .map(({ word }) => word);
    return new Fuse(candidates, { includeScore: true, ignoreLocation: true, threshold: 0.35 })
      .search(typed)
      .map(({ item, score = 1 }) => ({
        word: item,
        off: score + Math.abs(item.length - typed.length) * 0.05,
      }))
      .sort((a, b) => a.off - b.off)
      .slice(0, MOST_GUESSES)
      .map(({ word, off }) => ({ word, quality: MISSPELT * (1 - off) }));
  }
}

/** A bit for each letter of the word, so that words without common letters need not be compared. */
function letterMask(word: string): number {
  let mask = 0;
  for (const letter of word) mask |= 1 << (letter.charCodeAt(0) % 32);
  return mask;
}

function bits(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}
