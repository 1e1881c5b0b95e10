import { DEFAULT_CONFIGURATION } from '../../src/analysis/configuration/configuration';
import { Engine } from '../../src/analysis/engine';
import { NO_PACKAGE_VERSIONS } from '../../src/analysis/package-versions';
import type { Rule } from '../../src/analysis/rule';
import type { CoreCatalog } from '../../src/catalog/core';
import { documentKind } from '../../src/source/document-kind';
import { FURTHER_LANGUAGES } from '../../src/source/further-languages';
import { parseSource, useLanguages } from '../../src/source/front-ends';
import type { GeneratedFile } from './generated-file';

/** The list of rules that can offer an edit, learned from their own bad examples: none has to be kept by hand. */
export function fixableRules(rules: readonly Rule[], catalog: CoreCatalog): GeneratedFile {
  useLanguages(FURTHER_LANGUAGES);
  const engine = new Engine(catalog, rules, { ...DEFAULT_CONFIGURATION, preset: 'all' });
  const fixable = rules.filter((rule) =>
    rule.examples.bad.some(({ code, file = 'example.py' }) => {
      const kind = documentKind(file) ?? { language: 'python', role: undefined };
      const { model, content } = parseSource(code, kind);
      const packages = NO_PACKAGE_VERSIONS;
      const { findings } = engine.analyze({ model, content, role: kind.role, path: file, packages });
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
