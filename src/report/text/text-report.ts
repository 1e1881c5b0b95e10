import { createColors } from 'picocolors';
import type { FileResult, LocatedFinding } from '../../workspace/file-analysis/file-result';
import { withoutControlCharacters } from '../control-characters';
import { firstStage, placeOf, riskTitle, ruleIndex, stageTitle } from '../labels';
import { firstSentence, plainText } from '../plain-text';
import type { ScanReport } from '../scan-report';
import { SEVERITY_COLOR, type Colors } from './colors';
import { problemLines } from './problem-lines';
import { summaryLines } from './summary-lines';

/**
 * The scan for a terminal: each finding as `file:line:column severity rule message` with its stage, its risk and what to
 * do, then what could not be read, then a summary. Nothing from a file can send control characters.
 */
export function textReport(report: ScanReport, options: { readonly color: boolean }): string {
  const colors = createColors(options.color);
  const lines: string[] = [];
  for (const file of report.results) {
    for (const finding of file.findings) lines.push(...findingLines(report, file, finding, colors), '');
  }
  lines.push(...problemLines(report, colors), ...summaryLines(report, colors));
  return `${lines.join('\n')}\n`;
}

function findingLines(
  report: ScanReport,
  file: FileResult,
  finding: LocatedFinding,
  colors: Colors,
): readonly string[] {
  const rule = ruleIndex(report.rules).get(finding.ruleId);
  const clean = withoutControlCharacters;
  const place = clean(placeOf(file.path, finding.location)) + (finding.inOutput ? ' (output)' : '');
  const severity = SEVERITY_COLOR[finding.severity](colors)(finding.severity);
  const detail = (label: string, text: string): string => `    ${colors.dim(label.padEnd(6))} ${clean(text)}`;
  const lines = [
    `${colors.bold(place)} ${severity} ${colors.cyan(finding.ruleId)}  ${clean(finding.message)}`,
  ];
  if (finding.excerpt !== '') lines.push(detail('code', finding.excerpt));
  for (const step of finding.path)
    lines.push(detail('flow', `${placeOf(file.path, step.location)} ${step.label}`));
  if (rule) {
    lines.push(detail('stage', stageTitle(report.catalog, firstStage(rule))));
    lines.push(detail('risk', rule.risks.map((id) => riskTitle(report.catalog, id)).join('; ')));
  }
  const fix = finding.fixes[0]?.title ?? (rule && firstSentence(plainText(rule.fix)));
  if (fix) lines.push(detail('to do', fix));
  return lines;
}
