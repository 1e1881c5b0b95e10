import { isWide } from './byte-order-mark';
import type { TriggerSet } from './trigger-sets';
import { numberedSets, withoutWider } from './numbered-sets';
import { SetSearch } from './set-search';

/**
 * Says whether bytes hold every word of at least one of a list of sets, without decoding them, in one pass. It may say yes
 * where a search in the decoded text would say no, never the other way round.
 */
export class TriggerFilter {
  private readonly search: SetSearch;
  private readonly matchesAll: boolean;

  /** @param sources sets one of which stands for the word of a source in the others */
  constructor(sets: readonly TriggerSet[], sources?: readonly TriggerSet[]) {
    const needed = withoutWider(numberedSets(sets, sources));
    this.matchesAll = needed.sets.some((set) => set.length === 0);
    this.search = new SetSearch(needed);
  }

  /** Whether `bytes` hold one of the sets whole. */
  matches(bytes: Uint8Array): boolean {
    return this.matchesAll || isWide(bytes) || this.search.run(bytes, () => true);
  }
}
