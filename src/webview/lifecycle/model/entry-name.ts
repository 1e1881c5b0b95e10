import type { CatalogIndex } from './catalog-index';

/** What people call an entry or rule in a few letters: its label, or else its title. */
export function entryName(ref: string, index: CatalogIndex): string | undefined {
  if (ref.startsWith('rules/')) return index.rule(ref.slice('rules/'.length))?.id;
  const entry = index.entry(ref);
  return entry && (entry.label || entry.title);
}
