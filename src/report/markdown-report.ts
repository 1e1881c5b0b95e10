import { SEVERITIES } from '../analysis/severity';
import type { FileResult, LocatedFinding } from '../workspace/file-analysis/file-result';
import { escapeMarkdown as escape } from './escape-markdown';
import { counted, firstStage, placeOf, riskTitle, ruleIndex, stageTitle } from './labels';
import { firstSentence, plainText } from './plain-text';
import type { ScanReport } from './scan-report';
import { stageSummary } from './stage-summary';

/** The scan as Markdown for a pull request or a job summary. Text from files is escaped. */
export function markdownReport(report: ScanReport): string {
  const lines = ['# MLSecOps Lens', '', `${counted(report.totals.files, 'file')} scanned.`, ''];
  lines.push(...stageTable(report));
  for (const file of report.results) {
    if (file.findings.length === 0) continue;
    lines.push(`## ${escape(file.path)}`, '');
    for (const finding of file.findings) lines.push(...findingItem(report, file, finding));
    lines.push('');
  }
  lines.push(...problemList(report));
  return `${lines.join('\n').trimEnd()}\n`;
}

function stageTable(report: ScanReport): readonly string[] {
  const rows = stageSummary(report);
  if (rows.length === 0) return ['No findings.', ''];
  return [
    `| Lifecycle stage | ${SEVERITIES.join(' | ')} |`,
    `| --- |${' ---: |'.repeat(SEVERITIES.length)}`,
    ...rows.map(
      ({ stage, counts }) =>
        `| ${escape(stageTitle(report.catalog, stage))} | ${SEVERITIES.map((name) => counts[name]).join(' | ')} |`,
    ),
    '',
  ];
}

function findingItem(report: ScanReport, file: FileResult, finding: LocatedFinding): readonly string[] {
  const rule = ruleIndex(report.rules).get(finding.ruleId);
  const place = placeOf(file.path, finding.location).slice(file.path.length + 1);
  const lines = [
    `- **${finding.severity}** \`${finding.ruleId}\` at ${escape(place)}${finding.inOutput ? ' (output)' : ''}: ${escape(finding.message)}`,
  ];
  if (!rule) return lines;
  lines.push(`  - Stage: ${escape(stageTitle(report.catalog, firstStage(rule)))}`);
  lines.push(`  - Risk: ${rule.risks.map((id) => escape(riskTitle(report.catalog, id))).join('; ')}`);
  lines.push(`  - To do: ${escape(finding.fixes[0]?.title ?? firstSentence(plainText(rule.fix)))}`);
  return lines;
}

function problemList(report: ScanReport): readonly string[] {
  const items = [
    ...report.configurationProblems.map(({ path, line, message }) => `${path}:${line}: ${message}`),
    ...report.problems.map(({ path, message }) => `${path || '.'}: ${message}`),
    ...report.results.flatMap(({ path, problems }) =>
      problems.map(({ message, location }) => `${placeOf(path, location)}: ${message}`),
    ),
  ];
  if (items.length === 0) return [];
  return ['## Not read, or read in part', '', ...items.map((item) => `- ${escape(item)}`), ''];
}
