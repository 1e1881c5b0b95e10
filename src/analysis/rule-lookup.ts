import type { Rule } from './rule';

/** Gives the rule for an id or a former id; undefined when no rule has that name. */
export function ruleLookup(rules: readonly Rule[]): (id: string) => Rule | undefined {
  const byName = new Map<string, Rule>();
  for (const rule of rules) for (const alias of rule.aliases ?? []) byName.set(alias, rule);
  for (const rule of rules) byName.set(rule.id, rule);
  return (id) => byName.get(id);
}
