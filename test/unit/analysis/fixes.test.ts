import { describe, expect, it } from 'vitest';
import { fixTrials } from '../../../scripts/fixes/fix-trials';
import { RULES } from '../../../src/analysis/rules/registry.generated';
import { builtInCatalog } from '../../../src/catalog/built-in';
import { RULES_WITHOUT_FIX } from './rules-without-fix';

const trials = fixTrials(RULES, builtInCatalog());

describe('fixes', () => {
  it('are offered by every rule that does not say why none would be right', () => {
    const fixable = new Set(trials.map(({ rule }) => rule));
    const without = RULES.map(({ id }) => id).filter((id) => !fixable.has(id));
    expect(without.filter((id) => !(id in RULES_WITHOUT_FIX))).toEqual([]);
    expect(Object.keys(RULES_WITHOUT_FIX).filter((id) => fixable.has(id))).toEqual([]);
  });

  it.each(
    trials.map((trial) => [`${trial.rule}, ${trial.example.title}: ${trial.fix.title}`, trial] as const),
  )('%s: parses, and the finding is gone', (_, { text, parses, isGone }) => {
    expect(parses, text).toBe(true);
    expect(isGone, text).toBe(true);
  });
});
