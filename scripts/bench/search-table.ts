import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RULES } from '../../src/analysis/rules/registry.generated';
import { guideOf } from '../../src/catalog/entries';
import { readGuide } from '../../src/catalog/read-guide';
import { CatalogSearch } from '../../src/catalog/search/catalog-search';
import { QUERIES } from '../../test/unit/catalog/search-queries';
import { markdownTable } from './markdown-table';

const ROUNDS = 20;

/**
 * Time of a search over the whole catalog, for the queries of the search test, against looking for the query in every
 * title and summary with `includes`.
 */
export function searchTable(root: string): string {
  const entries = readGuide(readFileSync(join(root, 'dist/catalog.json'), 'utf8'));
  const guide = guideOf(entries);
  const started = performance.now();
  const search = new CatalogSearch(
    guide,
    RULES.map(({ id, title, what }) => ({ kind: 'rules' as const, id, title, summary: what })),
  );
  const built = performance.now() - started;
  const texts = Object.values(entries)
    .flat()
    .map((entry) =>
      `${'title' in entry ? entry.title : ''} ${'summary' in entry ? entry.summary : ''}`.toLowerCase(),
    );
  const own = times((query) => search.find(query).length);
  const plain = times((query) => texts.filter((text) => text.includes(query.toLowerCase())).length);
  return markdownTable(
    [`${QUERIES.length} queries over ${texts.length} entries`, 'median', 'slowest', 'budget'],
    [
      ['search', ...own, '10 ms'],
      ['`includes` over titles and summaries', ...plain, ''],
      ['making the index, once', `${built.toFixed(1)} ms`, '', ''],
    ],
  );
}

/** Median and slowest of the queries, each the best of some rounds: what else the machine does is not of interest. */
function times(find: (query: string) => number): [string, string] {
  const best = QUERIES.map(([query]) => {
    let least = Infinity;
    for (let round = 0; round < ROUNDS; round += 1) {
      const before = performance.now();
      find(query);
      least = Math.min(least, performance.now() - before);
    }
    return least;
  }).sort((a, b) => a - b);
  const show = (time: number | undefined): string => `${(time ?? NaN).toFixed(2)} ms`;
  return [show(best[best.length >> 1]), show(best.at(-1))];
}
