import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { leanRule } from '../../../scripts/build/lean-rules';
import type { Rule } from '../../../src/analysis/rule';
import { RULES } from '../../../src/analysis/rules/registry.generated';

const folder = join(__dirname, '../../../src/analysis/rules');

describe('a rule in a bundle', () => {
  it.each(RULES.map((rule) => [rule.id, rule] as const))(
    '%s: keeps its texts, without its examples',
    (id, rule) => {
      const { source, texts, facts } = leanRule(readFileSync(join(folder, `${id}.ts`), 'utf8'), id);
      expect(Object.fromEntries(texts)).toEqual({ what: rule.what, why: rule.why, fix: rule.fix });
      for (const [key, value] of facts) expect(value).toEqual(rule[key as keyof Rule]);
      expect(facts.map(([key]) => key)).toContain('stages');
      expect(source).toContain('examples: { bad: [], good: [] }');
    },
  );
});
