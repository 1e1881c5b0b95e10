import type { CoreCatalog } from '../../catalog/core';
import type { RuleTrigger } from '../rule';
import type { TriggerPlace, TriggerWord } from '../triggers/trigger-word';
import type { SourceLanguage } from '../../source/model';
import { isProgramLanguage } from '../../source/program-language';

/** Words without which no text can hold a key of any known format. */
export function secretTriggers(
  catalog: CoreCatalog,
  language: SourceLanguage,
): readonly (RuleTrigger | readonly RuleTrigger[])[] {
  const words = new Set<string>();
  const prefixes = new Map<string, TriggerWord>();
  const modules = new Map<string, readonly string[]>();
  for (const { prefix, pattern, context } of catalog.secrets) {
    if (prefix !== undefined) prefixes.set(prefix, { text: prefix, as: placeOf(prefix, pattern) });
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
  return [...prefixes.values(), ...words, ...modules.values()];
}

/** Parts of the names of arguments and functions that take a key. */
const KEY_WORDS = ['key', 'Key', 'KEY', 'oken', 'TOKEN', 'ecret', 'login', 'auth', 'assword'];

/** Where the fixed part of a format stands in a key. */
function placeOf(prefix: string, pattern: string): TriggerPlace {
  if (/\s/u.test(prefix)) return 'text';
  return pattern.replaceAll(/\\(.)/gu, '$1').startsWith(prefix) ? 'key' : 'in-key';
}

function camelCase(label: string): string {
  return label.replaceAll(/_([a-z\d])/gu, (_, letter: string) => letter.toUpperCase());
}
