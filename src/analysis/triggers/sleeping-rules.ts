import type { CoreCatalog } from '../../catalog/core';
import type { Api } from '../../catalog/schema/api';
import type { SourceLanguage } from '../../source/model';
import type { Rule } from '../rule';
import { SUPPRESSION_MARK } from '../suppression/suppression';
import { isWide } from './byte-order-mark';
import { numberedSets } from './numbered-sets';
import { SetSearch } from './set-search';
import { sourceSets } from './source-sets';
import { apiTriggers, askedApis, ownTriggers, wokenByWords, type TriggerSet } from './trigger-sets';

const encoder = new TextEncoder();

/**
 * Tells which rules cannot find anything in a program because it holds no whole set of the words that they gave themselves, or of
 * the APIs they need. Most files are looked at for the sake of a rule or two; the others need not listen to every call, text and
 * assignment in them.
 */
export class SleepingRules {
  private readonly search: SetSearch;
  /** By the number of a set: whose it is. */
  private readonly owners: readonly (readonly Rule[])[];
  private readonly withWords: readonly Rule[];
  /** Whether a rule has a set without any word. */
  private readonly isAlwaysAwake: boolean;

  constructor(rules: readonly Rule[], apis: readonly Api[], catalog: CoreCatalog, language: SourceLanguage) {
    const waking = wokenByWords(rules, language);
    const own = waking.flatMap((rule) =>
      ownTriggers(rule, catalog, language).map((words) => ({ words, rules: [rule] })),
    );
    const ofApis = askedApis(waking, apis).flatMap(({ api, asking }) =>
      asking.flatMap(({ beside, rules: who }) =>
        apiTriggers(api, beside).map((words) => ({ words, rules: who })),
      ),
    );
    const sets = [...own, ...ofApis, { words: SUPPRESSION, rules: [] }];
    const numbered = numberedSets(
      sets.map(({ words }) => words),
      sourceSets(apis),
    );
    this.owners = sets.map(({ rules: who }) => who);
    this.search = new SetSearch(numbered);
    this.isAlwaysAwake = numbered.sets.some((set) => set.length === 0);
    const always = new Set(this.owners.filter((_, number) => numbered.sets[number]?.length === 0).flat());
    this.withWords = waking
      .filter(({ triggers, needs }) => triggers ?? needs)
      .filter((rule) => !always.has(rule));
  }

  /** Rules with words none of which `text` holds whole. */
  in(text: string): ReadonlySet<Rule> {
    const asleep = new Set(this.withWords);
    this.search.run(encoder.encode(text), (set) => {
      for (const owner of this.owners[set] ?? []) asleep.delete(owner);
      return asleep.size === 0;
    });
    return asleep;
  }

  /** Whether the bytes of a program may hold something for a rule that words wake, or hide something from one. */
  isAnyAwake(bytes: Uint8Array): boolean {
    return this.isAlwaysAwake || isWide(bytes) || this.search.run(bytes, () => true);
  }
}

/** A comment that hides nothing is a finding of its own. */
const SUPPRESSION: TriggerSet = [{ text: SUPPRESSION_MARK, as: 'text' }];
