import { createColors } from 'picocolors';
import type { Rule } from '../../analysis/rule';
import { RULES } from '../../analysis/rules/registry.generated';
import { wantsColor, type CliEnvironment } from '../environment';
import { EXIT } from '../exit-code';
import { writeAll } from '../write-all';

export interface RulesOptions {
  readonly format: 'text' | 'json';
}

/** `mlsecops rules`: every rule with its severity, preset and stage. */
export async function runRules(options: RulesOptions, environment: CliEnvironment): Promise<number> {
  const rules = [...RULES].sort((a, b) => (a.id < b.id ? -1 : 1));
  const text = options.format === 'json' ? rulesAsJson(rules) : rulesAsText(rules, environment);
  await writeAll(environment.output.stream, text);
  return EXIT.clean;
}

/** What a rule tells about itself, in the order of the list. */
const LISTED = [
  'id', 'title', 'severity', 'preset', 'since', 'stages', 'risks', 'cwe', 'atlas', 'controls', 'tags',
  'what', 'why', 'fix', 'references',
] as const satisfies readonly (keyof Rule)[]; // prettier-ignore

function rulesAsJson(rules: readonly Rule[]): string {
  const list = rules.map((rule) => Object.fromEntries(LISTED.map((key) => [key, rule[key]])));
  return `${JSON.stringify({ version: 1, rules: list }, undefined, 2)}\n`;
}

function rulesAsText(rules: readonly Rule[], { output, variables }: CliEnvironment): string {
  const colors = createColors(wantsColor(output, variables));
  const width = Math.max(...rules.map(({ id }) => id.length), 'rule'.length);
  const row = (id: string, severity: string, preset: string, title: string): string =>
    `${id.padEnd(width)}  ${severity.padEnd(8)}  ${preset.padEnd(11)}  ${title}`;
  const lines = rules.map(({ id, severity, preset, title }) => row(id, severity, preset, title));
  return `${[colors.bold(row('rule', 'severity', 'preset', 'title')), ...lines].join('\n')}\n`;
}
