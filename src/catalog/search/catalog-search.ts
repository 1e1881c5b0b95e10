import type { Guide } from '../catalog';
import { byKindAndEdition, IdIndex } from './ids';
import type { SearchHit } from './search-hit';
import { searchRecords, type ExtraEntry, type SearchRecord } from './record';
import { SynonymIndex } from './synonyms';
import { TextIndex, type TextMatch } from './text';
import { wordsOf } from './words';

/**
 * Finds entries of the catalog. What answers the query stands in this order:
 *
 * 1. entries with this id in any spelling (`AML.T0051` = `t0051`, `GOVERN 1.1` = `govern-1.1`, `LLM04` in the newest
 *    edition first), or what replaced an id that is no longer in use; then the entries below it; for a longer query the
 *    ids inside it
 * 2. what people mean by the words (the catalog's synonyms)
 * 3. entries with this title or other name; those with all words in it, in any order, with other endings, begun or
 *    misspelt; those with most of them; what a part of the query means by the synonyms; those with some words in the title
 * 4. entries with the words in their text
 *
 * Entries found by the same step stand in the order of `SEARCHED_KINDS`, newest edition first; weaker matches by how
 * well they match.
 */
export class CatalogSearch {
  private readonly ids: IdIndex;
  private readonly synonyms: SynonymIndex;
  private readonly text: TextIndex;

  /** @param extra what else is to be found */
  constructor(guide: Guide, extra: readonly ExtraEntry[] = []) {
    const records = searchRecords(guide, extra);
    this.ids = new IdIndex(records, guide);
    this.synonyms = new SynonymIndex(guide.synonyms);
    this.text = new TextIndex(records, this.synonyms.words);
  }

  find(query: string, limit = 20): SearchHit[] {
    const hits = new Map<SearchRecord, SearchHit['why']>();
    const add = (why: SearchHit['why'], records: readonly SearchRecord[]): void => {
      for (const record of records) if (!hits.has(record)) hits.set(record, why);
    };
    const byRefs = (refs: readonly string[]): SearchRecord[] =>
      refs.flatMap((ref) => this.ids.byReference(ref) ?? []);

    const typed = wordsOf(query);
    if (typed.length > 0) {
      const hasDigit = /\d/u.test(query);
      add('id', this.ids.find(query));
      if (hasDigit) add('id', this.ids.findFamily(query));
      add('id', this.ids.findLoosely(query));
      // Words that are like an id in their letters only are not what somebody wants who typed one.
      const isId = hits.size > 0 && hasDigit;
      add('id', this.ids.findInside(query));
      if (!isId) {
        const words = typed.map((word) => this.text.vocabulary.matches(word));
        const meant = typed.map((word, at) => words[at]?.[0]?.word ?? word);
        const found = this.text.find(query, words);
        add('synonym', byRefs([...this.synonyms.find(typed), ...this.synonyms.find(meant)]));
        add('title', inOrder(found, 'same title'));
        add('id', this.ids.findFamily(query));
        add('title', inOrder(found, 'all in title'));
        add('title', inOrder(found, 'most in title'));
        add('synonym', byRefs(this.synonyms.findNear(meant)));
        add('title', inOrder(found, 'some in title'));
        add('text', inOrder(found, 'in text'));
        if (hits.size === 0) add('id', this.ids.findNear(query));
      }
    }
    return [...hits]
      .slice(0, limit)
      .map(([{ kind, id, title, label }, why]) => ({ kind, id, title, label, why }));
  }
}

/**
 * The records of one tier. What the words of a title match comes before the kind only in coarse steps, so that kinds stay
 * together.
 */
function inOrder(matches: readonly TextMatch[], tier: TextMatch['tier']): SearchRecord[] {
  const steps = tier === 'all in title' ? 4 : 20;
  const scoreOf = ({ score }: TextMatch): number => Math.round(score * steps);
  return matches
    .filter((match) => match.tier === tier)
    .sort(
      (a, b) =>
        scoreOf(b) - scoreOf(a) ||
        a.record.kindRank - b.record.kindRank ||
        b.share - a.share ||
        byKindAndEdition(a.record, b.record),
    )
    .map(({ record }) => record);
}
