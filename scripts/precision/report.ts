import { markdownTable } from '../bench/markdown-table';
import { SEVERITIES, type Found } from './found';
import { sample } from './sample';

/** The counts of each rule and the sample as Markdown, for a person to write a verdict behind each line. */
export function precisionReport(findings: readonly Found[], size: number): string {
  const rules = [...new Set(findings.map(({ rule }) => rule))].sort();
  const rows = rules.map((rule) => [
    rule,
    ...SEVERITIES.map((severity) =>
      String(findings.filter((found) => found.rule === rule && found.severity === severity).length),
    ),
  ]);
  const chosen = sample(findings, size);
  return [
    markdownTable(['rule', ...SEVERITIES], rows),
    `${chosen.length} of ${findings.length} findings:`,
    chosen.map((found, at) => line(found, at + 1)).join('\n'),
  ].join('\n\n');
}

function line({ path, line: at, rule, severity, excerpt }: Found, number: number): string {
  const code = excerpt.trim().replaceAll('`', '\u02cb').slice(0, 110);
  return `${number}. ${severity}, ${rule}, ${path}:${at}: \`${code}\``;
}
