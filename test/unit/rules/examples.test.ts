import { describe, expect, it } from 'vitest';
import type { RuleExample } from '../../../src/analysis/rule';
import { RULES } from '../../../src/analysis/rules/registry.generated';
import { analyzePython } from '../../support/analyze';

function findingsOf(
  ruleId: string,
  example: RuleExample,
): readonly { readonly ruleId: string; readonly message: string }[] {
  const analysis = analyzePython(example.output ? '' : example.code, {
    ...(example.versions ? { versions: example.versions } : {}),
    ...(example.output ? { outputs: [example.code] } : {}),
    ...(example.file ? { path: example.file } : {}),
  });
  expect(analysis.problems.filter(({ kind }) => kind === 'internal')).toEqual([]);
  return analysis.findings.filter((finding) => finding.ruleId === ruleId);
}

describe.each(RULES.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  it.each(rule.examples.bad.map((example) => [example.title, example] as const))(
    'finds: %s',
    (_, example) => {
      const found = findingsOf(id, example);
      expect(found.map(({ message }) => message)).toHaveLength(example.findings ?? 1);
    },
  );

  it.each(rule.examples.good.map((example) => [example.title, example] as const))(
    'leaves alone: %s',
    (_, example) => {
      expect(findingsOf(id, example).map(({ message }) => message)).toEqual([]);
    },
  );

  it('has at least one bad and one good example', () => {
    expect(rule.examples.bad.length).toBeGreaterThan(0);
    expect(rule.examples.good.length).toBeGreaterThan(0);
  });
});
