import type { CoreCatalog } from '../../catalog/core';
import type { SourceLanguage } from '../../source/model';
import { isProgramLanguage } from '../../source/program-language';

/** Words without which no text can hold a key of any known format. */
export function secretTriggers(
  catalog: CoreCatalog,
  language: SourceLanguage,
): readonly (string | readonly string[])[] {
  const words = new Set<string>();
  const modules = new Map<string, readonly string[]>();
  for (const { prefix, context } of catalog.secrets) {
    if (prefix !== undefined) for (const word of beginnings(prefix)) words.add(word);
    for (const label of context?.labels ?? []) {
      words.add(label);
      words.add(label.toUpperCase());
      words.add(camelCase(label));
      words.add(label.replaceAll('_', '-'));
    }
    if (!isProgramLanguage(language)) continue;
    // A package's name alone is a common word too often (`together`), and most of its users pass no key.
    for (const module of context?.modules ?? []) {
      const [name = module, ...names] = module.split('.');
      for (const one of [`import ${name}`, `from ${name}`]) {
        for (const word of names.at(-1) === undefined ? KEY_WORDS : [names.at(-1) ?? '']) {
          modules.set(`${one} ${word}`, [one, word]);
        }
      }
    }
  }
  return [...words, ...modules.values()];
}

/** Parts of the names of arguments and functions that take a key. */
const KEY_WORDS = ['key', 'Key', 'KEY', 'oken', 'TOKEN', 'ecret', 'login', 'auth', 'assword'];

/** A short prefix stands within too many words (`task-`, `core_`): it counts behind what a value begins with. */
function beginnings(prefix: string): readonly string[] {
  return prefix.length > 3
    ? [prefix]
    : ['"', "'", '`', '=', ':', 'earer ', 'oken '].map((before) => before + prefix);
}

function camelCase(label: string): string {
  return label.replaceAll(/_([a-z\d])/gu, (_, letter: string) => letter.toUpperCase());
}
