import type { CoreCatalog } from '../../src/catalog/core';
import type { Rule } from '../../src/analysis/rule';
import type { GeneratedFile } from './generated-file';
import { GENERATED_NOTE } from './markdown';
import { byClass } from './rule-classes';
import { ruleTable } from './rule-table';

/** The overview of all rule pages. */
export function ruleIndex(rules: readonly Rule[], catalog: CoreCatalog): GeneratedFile {
  const classes = byClass(rules).flatMap((one) => [`## ${one.title}`, ruleTable(one.rules, catalog, '')]);
  const content = [GENERATED_NOTE, '# Rules', ...classes].join('\n\n');
  return { path: 'docs/rules/README.md', content: `${content}\n` };
}
