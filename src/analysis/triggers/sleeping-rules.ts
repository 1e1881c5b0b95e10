import type { CoreCatalog } from '../../catalog/core';
import type { Api } from '../../catalog/schema/api';
import type { SourceLanguage } from '../../source/model';
import type { Rule } from '../rule';
import { numberedSets } from './numbered-sets';
import { SetSearch } from './set-search';
import { apiTriggers, askedApis, ownTriggers } from './trigger-sets';

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

  constructor(rules: readonly Rule[], apis: readonly Api[], catalog: CoreCatalog, language: SourceLanguage) {
    const own = rules.flatMap((rule) =>
      ownTriggers(rule, catalog, language).map((words) => ({ words, rules: [rule] })),
    );
    const ofApis = askedApis(rules, apis).flatMap(({ api, asking }) =>
      asking.flatMap(({ beside, rules: who }) =>
        apiTriggers(api, beside).map((words) => ({ words, rules: who })),
      ),
    );
    const sets = [...own, ...ofApis];
    const numbered = numberedSets(sets.map(({ words }) => words));
    this.owners = sets.map(({ rules: who }) => who);
    this.search = new SetSearch(numbered);
    const always = new Set(this.owners.filter((_, number) => numbered.sets[number]?.length === 0).flat());
    this.withWords = rules
      .filter(({ triggers, needs, programPaths }) => (triggers ?? needs) && !programPaths)
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
}
