import type { CatalogProblem } from './problem';
import type { PlacedEntry } from './references';
import type { Api } from './schema/api';
import type { SecretFormat } from './schema/secret';

/** API entries that say exactly what another says. Several entries for one call are fine when they differ. */
export function repeatedApis(apis: readonly PlacedEntry<Api>[]): CatalogProblem[] {
  const seen = new Set<string>();
  return apis.flatMap(({ entry, index }) => {
    const key = JSON.stringify(Object.entries(entry).sort(([a], [b]) => (a < b ? -1 : 1)));
    const repeated = seen.has(key);
    seen.add(key);
    return repeated
      ? [{ path: ['apis', index], message: `the same entry for "${entry.call}" stands twice` }]
      : [];
  });
}

/** Key formats whose pattern is no regular expression, or matches nothing at all. */
export function brokenPatterns(secrets: readonly PlacedEntry<SecretFormat>[]): CatalogProblem[] {
  return secrets.flatMap(({ entry, index }) => {
    const path = ['secrets', index, 'pattern'];
    try {
      const matchesEmpty = new RegExp(entry.pattern, 'u').test('');
      return matchesEmpty ? [{ path, message: 'the pattern matches the empty text' }] : [];
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return [{ path, message: `the pattern is no regular expression: ${reason}` }];
    }
  });
}
