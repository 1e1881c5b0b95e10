import { DEFAULT_CONFIGURATION } from '../../src/analysis/configuration/configuration';
import type { DocumentAnalysis } from '../../src/analysis/document-analysis';
import { Engine } from '../../src/analysis/engine';
import type { Finding, Fix } from '../../src/analysis/finding';
import type { Rule, RuleExample } from '../../src/analysis/rule';
import type { CoreCatalog } from '../../src/catalog/core';
import { documentKind } from '../../src/source/document-kind';
import { FURTHER_LANGUAGES } from '../../src/source/further-languages';
import { parseSource, useLanguages } from '../../src/source/front-ends';
import { applyEdits } from '../../src/source/text-edit';
import { statedVersions } from '../../test/support/stated-versions';

/** A fix, applied to a bad example of its rule. */
export interface FixTrial {
  readonly rule: string;
  readonly example: RuleExample;
  readonly fix: Fix;
  /** The example with the fix applied. */
  readonly text: string;
  readonly parses: boolean;
  /** Whether the rule has one finding less. */
  readonly isGone: boolean;
  /** Whether what is left is a placeholder that waits for its value. */
  readonly isPlaceholder: boolean;
}

/** Applies every fix of every finding in the bad examples of the rules, each on its own, and looks again. */
export function fixTrials(rules: readonly Rule[], catalog: CoreCatalog): readonly FixTrial[] {
  useLanguages(FURTHER_LANGUAGES);
  const engine = new Engine(catalog, rules, { ...DEFAULT_CONFIGURATION, preset: 'all' });
  return rules.flatMap((rule) =>
    rule.examples.bad
      .filter(({ output }) => output !== true)
      .flatMap((example) => trialsOf(rule.id, example, engine)),
  );
}

function trialsOf(rule: string, example: RuleExample, engine: Engine): readonly FixTrial[] {
  const before = own(analyze(engine, example.code, example).findings, rule);
  return before.flatMap(({ fixes }) =>
    fixes.map((fix) => {
      const text = applyEdits(example.code, fix.edits);
      const { findings, problems } = analyze(engine, text, example);
      const after = own(findings, rule);
      const waiting = after.filter(({ message }) => /placeholder/u.test(message)).length;
      return {
        rule,
        example,
        fix,
        text,
        parses: problems.every(({ kind }) => kind !== 'syntax'),
        isGone: after.length - waiting < before.length,
        isPlaceholder: waiting > 0 && after.length === before.length,
      };
    }),
  );
}

function own(findings: readonly Finding[], rule: string): readonly Finding[] {
  return findings.filter(({ ruleId }) => ruleId === rule);
}

function analyze(engine: Engine, code: string, { file, versions }: RuleExample): DocumentAnalysis {
  const path = file ?? 'src/app.py';
  const kind = documentKind(path) ?? { language: 'python', role: undefined };
  const { model, content } = parseSource(code, kind);
  return engine.analyze({ model, content, role: kind.role, path, packages: statedVersions(versions) });
}
