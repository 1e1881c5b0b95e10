import type { SearchRecord } from './record';
import { Vocabulary, type WordMatch } from './vocabulary';
import { formOf, phraseForm, wordsOf } from './words';

/** How well a record answers a query by its words. */
export interface TextMatch {
  readonly record: SearchRecord;
  /** The strongest of the following that holds. */
  readonly tier: 'same title' | 'all in title' | 'most in title' | 'some in title' | 'in text';
  /** How surely its words are those of the query, the telling ones counting more. */
  readonly score: number;
  /** The part of the title that the query asks for. */
  readonly share: number;
}

/** For each word the places of the records that have it. */
type Places = Map<string, number[]>;

/** An entry that has less of the query says nothing about it. */
const LEAST = 0.5;
/** From here on, a title says most of the query. */
const MOST = 0.6;

/** Finds entries by words of their titles, other names and texts, in any order. */
export class TextIndex {
  readonly vocabulary: Vocabulary;
  private readonly inTitle: Places = new Map();
  private readonly inText: Places = new Map();
  private readonly byTitle: Places = new Map();
  private readonly titleLengths: readonly number[];

  /** @param further words that can be meant though no title has them */
  constructor(
    private readonly records: readonly SearchRecord[],
    further: readonly string[],
  ) {
    this.titleLengths = records.map((record, at) => this.add(record, at));
    const likely = [...this.inTitle.keys(), ...further];
    this.vocabulary = new Vocabulary([...likely, ...this.inText.keys()], likely);
  }

  /** @param words the words of the query, each with what it may stand for */
  find(query: string, words: readonly (readonly WordMatch[])[]): TextMatch[] {
    const same = new Set(this.byTitle.get(phraseForm(query)));
    const inTitle = words.map((matches) => this.qualities(matches, this.inTitle));
    const inText = words.map((matches) => this.qualities(matches, this.inText));
    const weights = normalized(
      inTitle.map((titles, word) => {
        const having = titles.filter((quality, at) => quality > 0 || (inText[word]?.[at] ?? 0) > 0).length;
        return Math.log(1 + this.records.length / (1 + having));
      }),
    );
    return this.records.flatMap((record, at): TextMatch[] => {
      if (same.has(at)) return [{ record, tier: 'same title', score: 1, share: 1 }];
      let title = 0;
      let text = 0;
      let titled = 0;
      let found = 0;
      weights.forEach((weight, word) => {
        const fromTitle = inTitle[word]?.[at] ?? 0;
        const best = Math.max(fromTitle, inText[word]?.[at] ?? 0);
        title += weight * fromTitle;
        text += weight * best;
        if (fromTitle > 0) titled += 1;
        if (best > 0) found += 1;
      });
      const share = titled / (this.titleLengths[at] ?? 1);
      if (titled === words.length) return [{ record, tier: 'all in title', score: title, share }];
      if (title >= MOST) return [{ record, tier: 'most in title', score: title, share }];
      if (titled > 0 && (found === words.length || title >= LEAST)) {
        return [{ record, tier: 'some in title', score: title + text, share }];
      }
      return text >= LEAST ? [{ record, tier: 'in text', score: text, share }] : [];
    });
  }

  /** @returns the number of words of the title */
  private add({ title, aliases, summary, texts }: SearchRecord, at: number): number {
    const names = [title, ...aliases].map(wordsOf);
    for (const form of new Set(names.map(formOf))) addTo(this.byTitle, form, at);
    for (const word of new Set(names.flat())) addTo(this.inTitle, word, at);
    for (const word of new Set(wordsOf([summary, ...texts].join(' ')))) addTo(this.inText, word, at);
    return names[0]?.length ?? 0;
  }

  /** For each record how surely it has one of the words, 0 where it has none. */
  private qualities(matches: readonly WordMatch[], places: Places): Float32Array {
    const qualities = new Float32Array(this.records.length);
    for (const { word, quality } of matches) {
      for (const at of places.get(word) ?? []) qualities[at] = Math.max(qualities[at] ?? 0, quality);
    }
    return qualities;
  }
}

function normalized(weights: readonly number[]): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}

function addTo(places: Places, key: string, at: number): void {
  const list = places.get(key);
  if (list === undefined) places.set(key, [at]);
  else list.push(at);
}
