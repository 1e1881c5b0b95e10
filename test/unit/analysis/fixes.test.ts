import { describe, expect, it } from 'vitest';
import type { Finding, Fix } from '../../../src/analysis/finding';
import { RULES } from '../../../src/analysis/rules/registry.generated';
import { applyEdits } from '../../../src/source/text-edit';
import { analyzePython, analyzeText } from '../../support/analyze';

const cases = RULES.flatMap((rule) =>
  rule.examples.bad.flatMap((example) => {
    if (example.output) return [];
    const options = {
      ...(example.versions ? { versions: example.versions } : {}),
      ...(example.file ? { path: example.file } : {}),
    };
    return analyzePython(example.code, options)
      .findings.filter(({ ruleId }) => ruleId === rule.id)
      .flatMap((finding) =>
        finding.fixes.map((fix) => ({
          name: `${rule.id}, ${example.title}: ${fix.title}`,
          example,
          finding,
          fix,
          options,
        })),
      );
  }),
);

/** How many findings of the rule the fix removes. The placeholder of a pin has a message of its own: it waits for its value. */
function removed(code: string, finding: Finding, fix: Fix, options: object): number {
  const before = analyzePython(code, options).findings.filter(
    ({ ruleId }) => ruleId === finding.ruleId,
  ).length;
  const text = applyEdits(code, fix.edits);
  const after = analyzePython(text, options).findings.filter(({ ruleId }) => ruleId === finding.ruleId);
  return before - after.filter(({ message }) => !/placeholder/u.test(message)).length;
}

describe('fixes', () => {
  it('exist for most rules', () => {
    expect(new Set(cases.map(({ finding }) => finding.ruleId)).size).toBeGreaterThan(RULES.length / 2);
  });

  it.each(cases.map((one) => [one.name, one] as const))('%s: parses, and the finding is gone', (_, one) => {
    const text = applyEdits(one.example.code, one.fix.edits);
    const broken = analyzeText(text, one.options).problems.filter(({ kind }) => kind === 'syntax');
    expect(broken, text).toEqual([]);
    expect(removed(one.example.code, one.finding, one.fix, one.options), text).toBeGreaterThan(0);
  });
});
