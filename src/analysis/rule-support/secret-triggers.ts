import type { CoreCatalog } from '../../catalog/core';

/** Words without which no text can hold a key of any known format. */
export function secretTriggers(catalog: CoreCatalog): readonly string[] {
  const words = new Set<string>();
  for (const { prefix, context } of catalog.secrets) {
    if (prefix !== undefined) words.add(prefix);
    for (const label of context?.labels ?? []) {
      words.add(label);
      words.add(label.toUpperCase());
    }
    // A package's name alone is a common word too often (`together`).
    for (const module of context?.modules ?? []) {
      const name = module.split('.', 1)[0] ?? module;
      words.add(`import ${name}`);
      words.add(`from ${name}`);
    }
  }
  return [...words];
}
