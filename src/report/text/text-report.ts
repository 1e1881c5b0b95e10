import { createColors } from 'picocolors';
import type { Rule } from '../../analysis/rule';
import type { FileResult, LocatedFinding } from '../../workspace/file-analysis/file-result';
import { withoutControlCharacters } from '../control-characters';
import { firstStage, placeOf, riskTitle, ruleIndex, stageTitle } from '../labels';
import { firstSentence, plainText } from '../plain-text';
import type { ScanReport } from '../scan-report';
import { SEVERITY_COLOR, type Colors } from './colors';
import { problemLines } from './problem-lines';
import { summaryLines } from './summary-lines';

/** The most telling ones; `explain` and the other formats name them all. */
const RISKS_SHOWN = 2;

/**
 * The scan for a terminal: each finding as `file:line:column severity rule message` with its stage, its risk and what to
 * do, then what could not be read, then a summary. Nothing from a file can send control characters.
 */
export function textReport(report: ScanReport, options: { readonly color: boolean }): string {
  const colors = createColors(options.color);
  const rules = ruleIndex(report.rules);
  const lines: string[] = [];
  for (const file of report.results) {
    for (const finding of file.findings) {
      lines.push(...findingLines(report, file, finding, rules.get(finding.ruleId), colors), '');
    }
  }
  lines.push(...problemLines(report, colors), ...summaryLines(report, colors));
  return `${lines.join('\n')}\n`;
}

function findingLines(
  report: ScanReport,
  file: FileResult,
  finding: LocatedFinding,
  rule: Rule | undefined,
  colors: Colors,
): readonly string[] {
  const clean = withoutControlCharacters;
  const place = clean(placeOf(file.path, finding.location)) + (finding.inOutput ? ' (output)' : '');
  const severity = SEVERITY_COLOR[finding.severity](colors)(finding.severity);
  const detail = (label: string, text: string): string => `    ${colors.dim(label.padEnd(6))} ${clean(text)}`;
  const lines = [
    `${colors.bold(place)} ${severity} ${colors.cyan(finding.ruleId)}  ${clean(finding.message)}`,
  ];
  if (finding.excerpt !== '') lines.push(detail('code', finding.excerpt));
  for (const step of finding.path)
    lines.push(detail('flow', `${placeOf(step.file ?? file.path, step.location)} ${step.label}`));
  if (rule) {
    lines.push(detail('stage', stageTitle(report.catalog, firstStage(rule))));
    const risks = rule.risks.slice(0, RISKS_SHOWN).map((id) => riskTitle(report.catalog, id));
    lines.push(detail('risk', risks.join('; ')));
  }
  const fix = finding.fixes[0]?.title ?? (rule && firstSentence(plainText(rule.fix)));
  if (fix) lines.push(detail('to do', fix));
  return lines;
}
