import type { Synonym } from '../schema/framework';
import { formOf, phraseForm, stemOf, wordsOf } from './words';

/** What people say, and the entries they mean by it. */
export class SynonymIndex {
  /** The words of everything people say. */
  readonly words: readonly string[];
  private readonly entries = new Map<string, string[]>();

  constructor(synonyms: readonly Synonym[]) {
    this.words = synonyms.flatMap(({ words }) => words.flatMap(wordsOf));
    for (const { words, entries } of synonyms) {
      for (const word of words) {
        const form = phraseForm(word);
        this.entries.set(form, [...(this.entries.get(form) ?? []), ...entries]);
      }
    }
  }

  /** References to the entries that `words` as a whole mean. */
  find(words: readonly string[]): readonly string[] {
    return this.entries.get(formOf(words)) ?? [];
  }

  /** References to the entries that a part of `words` means, longer parts first; then those whose words begin so. */
  findNear(words: readonly string[]): readonly string[] {
    const stems = words.map(stemOf);
    const parts: string[] = [];
    for (let length = stems.length - 1; length > 0; length -= 1) {
      for (let at = 0; at + length <= stems.length; at += 1) {
        parts.push(stems.slice(at, at + length).join(' '));
      }
    }
    const start = words.join(' ');
    const begun = start.length > 2 ? [...this.entries.keys()].filter((form) => form.startsWith(start)) : [];
    return [...parts, ...begun].flatMap((form) => this.entries.get(form) ?? []);
  }
}
