import type { CoreCatalog } from '../../catalog/core';
import type { SourceLanguage } from '../../source/model';
import type { Rule } from '../rule';
import { ownTriggers } from './trigger-sets';
import { numberedSets } from './numbered-sets';
import { SetSearch } from './set-search';

const encoder = new TextEncoder();

/**
 * Tells which rules cannot find anything in a program because it holds none of the words they gave themselves. Most files are
 * looked at for the sake of a rule or two; the others need not listen to every call, text and assignment in them.
 */
export class SleepingRules {
  private readonly search: SetSearch;
  /** By the number of a set: whose it is. */
  private readonly owners: readonly Rule[];
  private readonly withWords: readonly Rule[];

  constructor(rules: readonly Rule[], catalog: CoreCatalog, language: SourceLanguage) {
    const sets = rules.flatMap((rule) =>
      ownTriggers(rule, catalog, language).map((words) => ({ rule, words })),
    );
    const numbered = numberedSets(sets.map(({ words }) => words));
    this.owners = sets.map(({ rule }) => rule);
    this.search = new SetSearch(numbered);
    const always = new Set(this.owners.filter((_, number) => numbered.sets[number]?.length === 0));
    this.withWords = rules
      .filter(({ triggers, programPaths }) => triggers && !programPaths)
      .filter((rule) => !always.has(rule));
  }

  /** Rules with words of their own none of which `text` holds. */
  in(text: string): ReadonlySet<Rule> {
    const asleep = new Set(this.withWords);
    this.search.run(encoder.encode(text), (set) => {
      const owner = this.owners[set];
      if (owner) asleep.delete(owner);
      return asleep.size === 0;
    });
    return asleep;
  }
}
