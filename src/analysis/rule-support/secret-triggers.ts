import type { CoreCatalog } from '../../catalog/core';

/** Words without which no text can hold a key of any known format. */
export function secretTriggers(catalog: CoreCatalog): readonly string[] {
  const words = new Set<string>();
  for (const { prefix, context } of catalog.secrets) {
    if (prefix !== undefined) for (const word of beginnings(prefix)) words.add(word);
    for (const label of context?.labels ?? []) {
      words.add(label);
      words.add(label.toUpperCase());
      words.add(camelCase(label));
      words.add(label.replaceAll('_', '-'));
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

/** A short prefix stands within too many words (`task-`, `core_`): it counts behind what a value begins with. */
function beginnings(prefix: string): readonly string[] {
  return prefix.length > 3 ? [prefix] : ['"', "'", '`', '=', ' ', ':'].map((before) => before + prefix);
}

function camelCase(label: string): string {
  return label.replaceAll(/_([a-z\d])/gu, (_, letter: string) => letter.toUpperCase());
}
