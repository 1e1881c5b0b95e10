import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CoreCatalog } from '../../src/catalog/core';
import type { Rule } from '../../src/analysis/rule';
import type { GeneratedFile } from './generated-file';
import { replaceBlock } from './markdown';
import { ruleTable } from './rule-table';

/** The README with its table of rules brought up to date. */
export function readmeWithTables(root: string, rules: readonly Rule[], catalog: CoreCatalog): GeneratedFile {
  const text = readFileSync(join(root, 'README.md'), 'utf8');
  return {
    path: 'README.md',
    content: replaceBlock(text, 'rules', ruleTable(rules, catalog, 'docs/rules/')),
  };
}
