import { compiledCatalog } from '../catalog/compiled-catalog';
import { RULES } from '../../src/analysis/rules/registry.generated';
import { fixableRules } from './fixable-rules';
import type { GeneratedFile } from './generated-file';
import { manifestWithRules } from './manifest-rules';
import { projectFileSchema } from './project-file-schema';
import { readmeWithTables } from './readme-tables';
import { ruleIndex } from './rule-index';
import { rulePage } from './rule-page';
import { settingsTable } from './settings-table';

/** Everything that is made from rules, catalog and manifest, ready to be written or compared. */
export function rulesMadeFiles(root: string): readonly GeneratedFile[] {
  const catalog = compiledCatalog();
  return [
    ...RULES.map((rule) => rulePage(rule, catalog)),
    fixableRules(RULES, catalog),
    ruleIndex(RULES, catalog),
    projectFileSchema(RULES, catalog),
    manifestWithRules(root, RULES),
    settingsTable(root),
    readmeWithTables(root, RULES),
  ];
}
