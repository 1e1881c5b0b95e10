import type { SearchRecord } from './search-record';
import { Vocabulary, type WordMatch } from './search-vocabulary';
import { phraseForm, wordsOf } from './search-words';

/** How well a record answers a query by its words. */
export interface TextMatch {
  readonly record: SearchRecord;
  /** The weakest of the following that holds. */
  readonly tier: 'same title' | 'all in title' | 'some in title' | 'all in text';
  /** Within the tier; higher is better. */
  readonly score: number;
}

/** The words of one record that stand for words of the query. */
interface Hit {
  title: number;
  text: number;
}

/** Finds entries by words of their titles, other names and texts, in any order. */
export class TextIndex {
  readonly vocabulary: Vocabulary;
  private readonly inTitle = new Map<string, Set<SearchRecord>>();
  private readonly inText = new Map<string, Set<SearchRecord>>();
  private readonly byTitle = new Map<string, SearchRecord[]>();
  private readonly titleLength = new Map<SearchRecord, number>();
  private readonly size: number;

  /** @param further words that can be meant though no title has them */
  constructor(records: readonly SearchRecord[], further: Iterable<string>) {
    this.size = records.length;
    for (const record of records) this.add(record);
    const titles = [...this.inTitle.keys(), ...further];
    this.vocabulary = new Vocabulary([...titles, ...this.inText.keys()], titles);
  }

  /** @param words the words of the query, each with what it may stand for */
  find(query: string, words: readonly (readonly WordMatch[])[]): TextMatch[] {
    const same = new Set(this.byTitle.get(phraseForm(query)));
    const hits = words.map((matches) => this.hitsOf(matches));
    const weights = hits.map((hit) => Math.log(1 + this.size / (1 + hit.size)));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const records = new Set([...same, ...hits.flatMap((hit) => [...hit.keys()])]);
    return [...records].flatMap((record): TextMatch[] => {
      if (same.has(record)) return [{ record, tier: 'same title', score: 1 }];
      let title = 0;
      let text = 0;
      let titled = 0;
      let any = 0;
      hits.forEach((hit, at) => {
        const found = hit.get(record);
        if (found === undefined) return;
        const weight = (weights[at] ?? 0) / total;
        any += 1;
        if (found.title > 0) titled += 1;
        title += weight * found.title;
        text += weight * Math.max(found.title, found.text);
      });
      const brevity = titled / (this.titleLength.get(record) ?? 1);
      if (titled === hits.length) return [{ record, tier: 'all in title', score: title + brevity / 2 }];
      if (any === hits.length) {
        return [{ record, tier: titled > 0 ? 'some in title' : 'all in text', score: text + title }];
      }
      return title >= 0.5 ? [{ record, tier: 'some in title', score: title }] : [];
    });
  }

  private add(record: SearchRecord): void {
    const titles = [record.title, ...record.aliases];
    for (const title of titles) {
      const form = phraseForm(title);
      const list = this.byTitle.get(form);
      if (list === undefined) this.byTitle.set(form, [record]);
      else list.push(record);
      for (const word of wordsOf(title)) addTo(this.inTitle, word, record);
    }
    this.titleLength.set(record, wordsOf(record.title).length);
    for (const text of [record.summary, ...record.texts]) {
      for (const word of wordsOf(text)) addTo(this.inText, word, record);
    }
  }

  private hitsOf(matches: readonly WordMatch[]): Map<SearchRecord, Hit> {
    const hits = new Map<SearchRecord, Hit>();
    for (const { word, quality } of matches) {
      for (const [place, index] of [
        ['title', this.inTitle],
        ['text', this.inText],
      ] as const) {
        for (const record of index.get(word) ?? []) {
          const hit = hits.get(record) ?? { title: 0, text: 0 };
          hit[place] = Math.max(hit[place], quality);
          hits.set(record, hit);
        }
      }
    }
    return hits;
  }
}

function addTo(index: Map<string, Set<SearchRecord>>, word: string, record: SearchRecord): void {
  const set = index.get(word);
  if (set === undefined) index.set(word, new Set([record]));
  else set.add(record);
}
