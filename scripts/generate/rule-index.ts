import type { CoreCatalog } from '../../src/catalog/core';
import type { Rule } from '../../src/analysis/rule';
import type { GeneratedFile } from './generated-file';
import { GENERATED_NOTE } from './markdown';
import { ruleTable } from './rule-table';

/** The overview of all rule pages. */
export function ruleIndex(rules: readonly Rule[], catalog: CoreCatalog): GeneratedFile {
  const content = [GENERATED_NOTE, '# Rules', ruleTable(rules, catalog, '')].join('\n\n');
  return { path: 'docs/rules/README.md', content: `${content}\n` };
}
