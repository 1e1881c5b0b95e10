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

  constructor(sets: readonly TriggerSet[]) {
    const needed = withoutWider(numberedSets(sets));
    this.matchesAll = needed.sets.some((set) => set.length === 0);
    this.search = new SetSearch(needed);
  }

  /** Whether `bytes` hold one of the sets whole. */
  matches(bytes: Uint8Array): boolean {
    return this.matchesAll || isWide(bytes) || this.search.run(bytes, () => true);
  }
}

/** Whether a byte order mark says UTF-16, where no word has the bytes it is searched by. */
function isWide([first, second]: Uint8Array): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}
