import { createColors } from 'picocolors';
import type { Rule } from '../../analysis/rule';
import { FIXABLE_RULES } from '../../analysis/rules/fixable.generated';
import { RULES } from '../../analysis/rules/registry.generated';
import { wantsColor, type CliEnvironment } from '../environment';
import { EXIT } from '../exit-code';
import { writeAll } from '../write-all';

export interface RulesOptions {
  readonly format: 'text' | 'json';
}

/** `mlsecops rules`: every rule with its severity, preset, languages, stages, risks and whether it can offer an edit. */
export async function runRules(options: RulesOptions, environment: CliEnvironment): Promise<number> {
  const rules = [...RULES].sort((a, b) => (a.id < b.id ? -1 : 1));
  const text = options.format === 'json' ? rulesAsJson(rules) : rulesAsText(rules, environment);
  await writeAll(environment.output.stream, text);
  return EXIT.clean;
}

/** What a rule tells about itself, in the order of the list. */
const LISTED = [
  'id', 'title', 'languages', 'severity', 'preset', 'since', 'stages', 'risks', 'cwe', 'atlas', 'controls', 'tags',
  'what', 'why', 'fix', 'references',
] as const satisfies readonly (keyof Rule)[]; // prettier-ignore

function rulesAsJson(rules: readonly Rule[]): string {
  const list = rules.map((rule) => ({
    ...Object.fromEntries(LISTED.map((key) => [key, rule[key]])),
    hasFix: FIXABLE_RULES.has(rule.id),
  }));
  return `${JSON.stringify({ version: 1, rules: list }, undefined, 2)}\n`;
}

/** The columns of the list; the last is not filled up. */
const COLUMNS: readonly (readonly [string, (rule: Rule) => string])[] = [
  ['rule', ({ id }) => id],
  ['severity', ({ severity }) => severity],
  ['preset', ({ preset }) => preset],
  ['fix', ({ id }) => (FIXABLE_RULES.has(id) ? 'yes' : '')],
  ['title', ({ title }) => title],
  ['languages', ({ languages }) => languages.join(' ')],
  ['stages', ({ stages }) => stages.join(' ')],
  ['risks', ({ risks }) => risks.join(' ')],
];

function rulesAsText(rules: readonly Rule[], { output, variables }: CliEnvironment): string {
  const colors = createColors(wantsColor(output, variables));
  const cells = [
    COLUMNS.map(([name]) => name),
    ...rules.map((rule) => COLUMNS.map(([, text]) => text(rule))),
  ];
  const widths = COLUMNS.map((_, at) => Math.max(...cells.map((row) => row[at]?.length ?? 0)));
  const lines = cells.map((row) =>
    row
      .map((text, at) => text.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  return `${[colors.bold(lines[0] ?? ''), ...lines.slice(1)].join('\n')}\n`;
}
