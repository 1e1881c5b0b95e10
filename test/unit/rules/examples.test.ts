import { describe, expect, it } from 'vitest';
import type { RuleExample } from '../../../src/analysis/rule';
import { RULES } from '../../../src/analysis/rules/registry.generated';
import type { Rule } from '../../../src/analysis/rule';
import { analyzePython } from '../../support/analyze';
import { scanPolicyExample } from '../../support/scan-policy-example';
import { scanModelExample } from '../../support/scan-example';

interface Found {
  readonly ruleId: string;
  readonly message: string;
}

/** A rule without languages is about model files, or about the policy of a project. */
async function findingsOf({ id, languages }: Rule, example: RuleExample): Promise<readonly Found[]> {
  const scanned = example.policy === undefined ? scanModelExample : scanPolicyExample;
  const findings = languages.length > 0 ? findingsInText(example) : await scanned(example);
  return findings.filter(({ ruleId }) => ruleId === id);
}

function findingsInText(example: RuleExample): readonly Found[] {
  const analysis = analyzePython(example.output ? '' : example.code, {
    ...(example.versions ? { versions: example.versions } : {}),
    ...(example.output ? { outputs: [example.code] } : {}),
    ...(example.file ? { path: example.file } : {}),
  });
  expect(analysis.problems.filter(({ kind }) => kind === 'internal')).toEqual([]);
  return analysis.findings;
}

describe.each(RULES.map((rule) => [rule.id, rule] as const))('%s', (_id, rule) => {
  it.each(rule.examples.bad.map((example) => [example.title, example] as const))(
    'finds: %s',
    async (_, example) => {
      const found = await findingsOf(rule, example);
      expect(found.map(({ message }) => message)).toHaveLength(example.findings ?? 1);
    },
  );

  it.each(rule.examples.good.map((example) => [example.title, example] as const))(
    'leaves alone: %s',
    async (_, example) => {
      expect((await findingsOf(rule, example)).map(({ message }) => message)).toEqual([]);
    },
  );

  it('has at least one bad and one good example', () => {
    expect(rule.examples.bad.length).toBeGreaterThan(0);
    expect(rule.examples.good.length).toBeGreaterThan(0);
  });
});
