import Fuse from 'fuse.js';
import { stemOf } from './search-words';

/** A word of the catalog that a word of the query may stand for, and how surely (0 to 1). */
export interface WordMatch {
  readonly word: string;
  readonly quality: number;
}

const SAME_STEM = 0.9;
const BEGINNING = 0.6;
const MISSPELT = 0.5;
/** Shorter words are too like each other. */
const SHORTEST_MISSPELT = 4;
const MOST_GUESSES = 6;

/** The words the catalog uses, to be found by their beginning, in another form, or misspelt. */
export class Vocabulary {
  private readonly words: readonly { readonly word: string; readonly stem: string }[];
  private readonly fuse: Fuse<string>;

  /**
   * @param words all words
   * @param guessed the words that a misspelt one may stand for
   */
  constructor(words: Iterable<string>, guessed: Iterable<string>) {
    this.words = [...new Set(words)].map((word) => ({ word, stem: stemOf(word) }));
    this.fuse = new Fuse(
      [...new Set(guessed)].filter((word) => word.length >= SHORTEST_MISSPELT),
      {
        includeScore: true,
        ignoreLocation: true,
        threshold: 0.3,
        minMatchCharLength: 3,
      },
    );
  }

  /** The words `typed` stands for; guesses at its spelling only when nothing has this word or begins with it. */
  matches(typed: string): WordMatch[] {
    const stem = stemOf(typed);
    const found = this.words.flatMap(({ word, stem: other }): WordMatch[] => {
      if (word === typed) return [{ word, quality: 1 }];
      if (other === stem) return [{ word, quality: SAME_STEM }];
      if (typed.length < 2 || !word.startsWith(typed)) return [];
      return [{ word, quality: BEGINNING + (0.3 * typed.length) / word.length }];
    });
    return found.length > 0 ? found : this.guesses(typed);
  }

  private guesses(typed: string): WordMatch[] {
    if (typed.length < SHORTEST_MISSPELT || /\d/u.test(typed)) return [];
    return this.fuse
      .search(typed)
      .map(({ item, score = 1 }) => ({
        word: item,
        off: score + Math.abs(item.length - typed.length) * 0.05,
      }))
      .filter(({ off }) => off < 0.4)
      .sort((a, b) => a.off - b.off)
      .slice(0, MOST_GUESSES)
      .map(({ word, off }) => ({ word, quality: MISSPELT * (1 - off) }));
  }
}
