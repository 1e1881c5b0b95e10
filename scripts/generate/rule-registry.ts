import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { GeneratedFile } from './generated-file';

const FOLDER = 'src/analysis/rules';
const TARGET = `${FOLDER}/registry.generated.ts`;

/** The list of all rules, made from the listing of their folder: adding a file adds the rule. */
export function ruleRegistry(root: string): GeneratedFile {
  const names = readdirSync(join(root, FOLDER))
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.generated.ts'))
    .map((file) => file.slice(0, -'.ts'.length))
    .sort();
  const lines = [
    '// Made by `npm run generate` from the files of this folder. Do not edit.',
    "import type { Rule } from '../rule';",
    ...names.map((name) => `import { rule as ${identifier(name)} } from './${name}';`),
    '',
    '/** Every rule, by file name. */',
    'export const RULES: readonly Rule[] = [',
    ...names.map((name) => `  ${identifier(name)},`),
    '];',
    '',
  ];
  return { path: TARGET, content: lines.join('\n') };
}

function identifier(name: string): string {
  return name.replace(/-(\w)/gu, (_, letter: string) => letter.toUpperCase());
}
