import type { Guide } from '../../catalog/catalog';
import { SEVERITIES } from '../../analysis/severity';
import type { BomDiff } from '../../supplychain/bom/diff/bom-diff';
import type { MaturityChange } from '../../supplychain/maturity/maturity-change';
import { changedName, changeWords, entryWords, isSame, kindOf } from '../bom/bom-diff-words';
import {
  allFindings,
  counted,
  countBySeverity,
  firstStage,
  messageWithMember,
  placeOf,
  ruleIndex,
  stageTitle,
} from '../labels';
import { markdownRow } from '../lifecycle/markdown-row';
import type { ScanReport } from '../scan-report';
import { levelName } from '../workspace/maturity-words';

/** What a change does to a project, apart from the findings it brings. */
export interface ProjectChanges {
  /** Findings of the base that are gone. */
  readonly gone: number;
  readonly parts: BomDiff;
  readonly maturity: MaturityChange;
  /** Names levels and dimensions. */
  readonly guide: Pick<Guide, 'maturityLevels' | 'maturityDimensions'>;
}

/** Rows of a table. With them the summary stays below what a comment may be long (65,536 characters on GitHub). */
const MAX_FINDINGS = 40;
const MAX_PARTS = 40;
const MAX_CELL = 500;

/**
 * The summary of a change for its pull request: new findings, changed parts of the supply chain, maturity. Nothing that comes from files
 * becomes markup.
 *
 * @param report with the findings that are new
 * @param changes left out where there is nothing to compare with
 */
export function pullRequestReport(report: ScanReport, changes?: ProjectChanges): string {
  const sections = [
    ['## MLSecOps Lens', headline(report, changes)],
    findingTable(report),
    ...(changes ? [partTable(changes.parts), maturity(changes)] : []),
    problems(report),
  ];
  const text = sections.filter((lines) => lines.length > 0).map((lines) => lines.join('\n'));
  return `${text.join('\n\n')}\n`;
}

function headline({ results, totals }: ScanReport, changes: ProjectChanges | undefined): string {
  const findings = allFindings(results).map(({ finding }) => finding);
  const counts = countBySeverity(findings);
  const kinds = SEVERITIES.filter((severity) => counts[severity] > 0).map(
    (severity) => `${counts[severity]} ${severity}`,
  );
  const isCompared = changes !== undefined || totals.known > 0;
  const what = `${isCompared ? 'new ' : ''}finding`;
  const found =
    findings.length === 0
      ? `**No ${what}s.**`
      : `**${counted(findings.length, what)}** (${kinds.join(', ')}).`;
  return [
    '',
    [
      found,
      ...(totals.known > 0 ? [`${totals.known} ${totals.known === 1 ? 'was' : 'were'} there before.`] : []),
      ...(changes && changes.gone > 0 ? [`${changes.gone} ${changes.gone === 1 ? 'is' : 'are'} gone.`] : []),
      `${counted(totals.files, 'file')} scanned.`,
    ].join(' '),
  ].join('\n');
}

function findingTable(report: ScanReport): readonly string[] {
  const rules = ruleIndex(report.rules);
  const all = [...allFindings(report.results)].sort(
    (a, b) => SEVERITIES.indexOf(a.finding.severity) - SEVERITIES.indexOf(b.finding.severity),
  );
  if (all.length === 0) return [];
  const rows = all
    .slice(0, MAX_FINDINGS)
    .map(({ file, finding }) => [
      finding.severity,
      messageWithMember(finding),
      placeOf(file.path, finding.location),
      stageTitle(report.catalog, firstStage(rules.get(finding.ruleId))),
      finding.ruleId,
    ]);
  return [
    ...table(['', 'Finding', 'Where', 'Lifecycle stage', 'Rule'], rows),
    ...more(all.length - rows.length),
  ];
}

function partTable(parts: BomDiff): readonly string[] {
  if (isSame(parts)) return [];
  const rows = [
    ...parts.added.map((entry) => ['added', kindOf(entry), entryWords(entry), '']),
    ...parts.removed.map((entry) => ['removed', kindOf(entry), entryWords(entry), '']),
    ...parts.changed.map((entry) => [
      'changed',
      kindOf(entry.after),
      changedName(entry),
      entry.changes.map(changeWords).join('; '),
    ]),
  ];
  return [
    '### AI supply chain',
    '',
    ...table(['', 'Kind', 'Name', 'What changed'], rows.slice(0, MAX_PARTS)),
    ...more(rows.length - MAX_PARTS),
  ];
}

function maturity({ maturity: { overall, dimensions }, guide }: ProjectChanges): readonly string[] {
  if (overall.before === overall.after && dimensions.length === 0) return [];
  const rows = dimensions.map(({ id, before, after }) => [
    guide.maturityDimensions.get(id)?.title ?? id,
    levelName(guide, before),
    levelName(guide, after),
  ]);
  const whole = ['Overall', levelName(guide, overall.before), levelName(guide, overall.after)];
  return [
    '### Maturity',
    '',
    ...table(['Dimension', 'Before', 'After'], [whole, ...rows]),
    '',
    'Told from evidence found in the repository; what is not there may still be done elsewhere.',
  ];
}

function problems({ configurationProblems, problems: files }: ScanReport): readonly string[] {
  const rows = [
    ...configurationProblems.map(({ path, line, message }) => [`${path}:${line}`, message]),
    ...files.map(({ path, message }) => [path === '' ? '.' : path, message]),
  ];
  if (rows.length === 0) return [];
  return [
    '### Not read, or not in force',
    '',
    ...table(['Where', 'What'], rows.slice(0, MAX_FINDINGS)),
    ...more(rows.length - MAX_FINDINGS),
  ];
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  return [
    markdownRow(heads),
    `|${' --- |'.repeat(heads.length)}`,
    ...rows.map((cells) => markdownRow(cells.map(short))),
  ];
}

function more(count: number): readonly string[] {
  return count > 0 ? ['', `And ${count} more.`] : [];
}

function short(text: string): string {
  return text.length > MAX_CELL ? `${text.slice(0, MAX_CELL - 1)}…` : text;
}
