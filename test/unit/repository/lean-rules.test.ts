import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { leanRule } from '../../../scripts/build/lean-rules';
import { RULES } from '../../../src/analysis/rules/registry.generated';

const folder = join(__dirname, '../../../src/analysis/rules');

describe('a rule in a bundle', () => {
  it.each(RULES.map((rule) => [rule.id, rule] as const))(
    '%s: keeps its texts, without its examples',
    (id, rule) => {
      const { source, texts } = leanRule(readFileSync(join(folder, `${id}.ts`), 'utf8'), id);
      expect(Object.fromEntries(texts)).toEqual({ what: rule.what, why: rule.why, fix: rule.fix });
      for (const { code } of [...rule.examples.bad, ...rule.examples.good]) {
        const line = code.split('\n').find((text) => text.length > 25);
        if (line) expect(source).not.toContain(JSON.stringify(line).slice(1, -1));
      }
    },
  );
});
