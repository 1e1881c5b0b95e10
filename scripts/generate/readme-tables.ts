import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Rule } from '../../src/analysis/rule';
import type { GeneratedFile } from './generated-file';
import { replaceBlock } from './markdown';
import { ruleOverview } from './rule-overview';

/** The README with its table of rules brought up to date. */
export function readmeWithTables(root: string, rules: readonly Rule[]): GeneratedFile {
  const text = readFileSync(join(root, 'README.md'), 'utf8');
  return {
    path: 'README.md',
    content: replaceBlock(text, 'rules', ruleOverview(rules, 'docs/rules/')),
  };
}
