import type { Catalog } from '../catalog/catalog';
import type { Api } from '../catalog/schema/api';
import { callAlternatives } from '../catalog/schema/call-alternatives';
import type { Rule } from './rule';
import { SUPPRESSION_MARK } from './suppression/suppression';

/**
 * Words of which a text must hold at least one for any of the rules to find something in it. Derived from what the rules
 * need, never kept by hand: a hand-made list loses findings.
 */
export function triggerWords(
  rules: readonly Rule[],
  apis: readonly Api[],
  catalog: Catalog,
): readonly string[] {
  // A comment that hides nothing is a finding of its own, so its mark is a word of its own.
  const words = new Set<string>([SUPPRESSION_MARK]);
  for (const rule of rules) {
    for (const word of rule.triggers?.(catalog) ?? []) words.add(word);
    const needs = rule.needs ?? [];
    if (needs.length === 0) continue;
    for (const api of apis) if (needs.includes(api.is)) words.add(triggerWord(api));
  }
  return [...words].filter((word) => word.length > 0).sort();
}

/**
 * The word without which no text can hold a call of this API. First and last segment of its name are both necessary (an
 * alias still names what it stands for); the longer one is the rarer.
 */
export function triggerWord(api: Api): string {
  if (api.trigger) return api.trigger;
  const segments = api.call
    .replaceAll('()', '')
    .split('.')
    .filter((segment) => segment !== '*' && segment !== 'builtins' && !segment.includes('{'));
  const first = segments[0] ?? '';
  const last = segments.at(-1) ?? '';
  return last.length > first.length ? last : first;
}

/**
 * Sets of words; a text must hold every word of at least one set for any of the rules to find something in it. Sharper than
 * {@link triggerWords}: a call of `groq.Groq().chat.completions.create` needs all five names, and few texts that hold
 * `create` hold the others.
 */
export function triggerSets(
  rules: readonly Rule[],
  apis: readonly Api[],
  catalog: Catalog,
): readonly (readonly string[])[] {
  const sets = new Map<string, readonly string[]>([[SUPPRESSION_MARK, [SUPPRESSION_MARK]]]);
  const kinds = new Set(rules.flatMap((rule) => rule.needs ?? []));
  for (const rule of rules) {
    for (const word of rule.triggers?.(catalog) ?? []) if (word !== '') sets.set(word, [word]);
  }
  for (const api of apis) {
    if (!kinds.has(api.is)) continue;
    for (const call of callAlternatives(api.call)) {
      const words = necessaryWords(call, api.trigger);
      if (words.length > 0) sets.set(words.join(' '), words);
    }
  }
  return [...sets.values()];
}

/** An alias, an instance or an import still names every segment of what it stands for somewhere in the text. */
function necessaryWords(call: string, trigger: string | undefined): readonly string[] {
  const segments = call
    .replaceAll('()', '')
    .split('.')
    .filter((segment) => segment !== '*' && segment !== 'builtins');
  return [...new Set(trigger === undefined ? segments : [...segments, trigger])].sort();
}
