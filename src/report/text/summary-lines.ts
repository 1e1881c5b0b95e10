import { SEVERITIES, type Severity } from '../../analysis/severity';
import { allFindings, counted, countBySeverity, stageTitle } from '../labels';
import type { ScanReport } from '../scan-report';
import { stageSummary } from '../stage-summary';
import { SEVERITY_COLOR, type Colors } from './colors';

const COLUMN = 9;

/** A table of stages by severity, then what was scanned, hidden and skipped. */
export function summaryLines(report: ScanReport, colors: Colors): readonly string[] {
  return [...stageTable(report, colors), ...scopeLines(report)];
}

function stageTable(report: ScanReport, colors: Colors): readonly string[] {
  const rows = stageSummary(report).map(({ stage, counts }) => ({
    title: stageTitle(report.catalog, stage),
    counts,
  }));
  if (rows.length === 0) return [colors.bold('No findings.')];
  const total = countBySeverity(allFindings(report.results).map(({ finding }) => finding));
  const width = Math.max(...rows.map(({ title }) => title.length), 'Lifecycle stage'.length);
  const row = (title: string, counts: Readonly<Record<Severity, number>>): string =>
    title.padEnd(width) +
    SEVERITIES.map((severity) => {
      const cell = String(counts[severity]).padStart(COLUMN);
      return counts[severity] > 0 ? SEVERITY_COLOR[severity](colors)(cell) : colors.dim(cell);
    }).join('');
  const heading = 'Lifecycle stage'.padEnd(width) + SEVERITIES.map((name) => name.padStart(COLUMN)).join('');
  return [
    colors.bold(heading),
    ...rows.map(({ title, counts }) => row(title, counts)),
    row('All stages', total),
    '',
  ];
}

function scopeLines({ totals, results }: ScanReport): readonly string[] {
  const suppressed = results.reduce((sum, { suppressed: hidden }) => sum + hidden.length, 0);
  const { ignored, folders, links } = totals.skipped;
  const hidden = [
    suppressed > 0 ? `${suppressed} by comments` : '',
    totals.known > 0 ? `${totals.known} by the baseline` : '',
  ].filter((part) => part !== '');
  const passed = [
    ignored > 0 ? counted(ignored, 'ignored path') : '',
    folders > 0 ? counted(folders, 'folder') + ' of packages and caches' : '',
    links > 0 ? counted(links, 'link') : '',
  ].filter((part) => part !== '');
  return [
    `Scanned ${counted(totals.files, 'file')}${totals.cancelled ? ', then stopped' : ''}.`,
    ...(hidden.length > 0 ? [`Hidden: ${hidden.join(', ')}.`] : []),
    ...(passed.length > 0 ? [`Passed by: ${passed.join(', ')}.`] : []),
  ];
}
