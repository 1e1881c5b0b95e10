import { DEFAULT_CONFIGURATION } from '../../src/analysis/configuration/configuration';
import { Engine } from '../../src/analysis/engine';
import { NO_PACKAGE_VERSIONS } from '../../src/analysis/package-versions';
import type { Rule } from '../../src/analysis/rule';
import type { CoreCatalog } from '../../src/catalog/core';
import { PythonFrontEnd } from '../../src/source/python/python-front-end';
import type { GeneratedFile } from './generated-file';

/** The list of rules that can offer an edit, learned from their own bad examples: none has to be kept by hand. */
export function fixableRules(rules: readonly Rule[], catalog: CoreCatalog): GeneratedFile {
  const engine = new Engine(catalog, rules, { ...DEFAULT_CONFIGURATION, preset: 'all' });
  const frontEnd = new PythonFrontEnd();
  const fixable = rules.filter((rule) =>
    rule.examples.bad.some(({ code }) => {
      const { model } = frontEnd.parse(code);
      const { findings } = engine.analyze({ model, path: 'example.py', packages: NO_PACKAGE_VERSIONS });
      return findings.some(({ ruleId, fixes }) => ruleId === rule.id && fixes.length > 0);
    }),
  );
  const lines = [
    '// Made by `npm run generate` from the examples of the rules. Do not edit.',
    '',
    '/** Ids of the rules that can offer an edit. */',
    'export const FIXABLE_RULES: ReadonlySet<string> = new Set([',
    ...fixable.map(({ id }) => `  '${id}',`),
    ']);',
    '',
  ];
  return { path: 'src/analysis/rules/fixable.generated.ts', content: lines.join('\n') };
}
