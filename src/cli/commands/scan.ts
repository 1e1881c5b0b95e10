import { existsSync } from 'node:fs';
import { SEVERITIES } from '../../analysis/severity';
import { builtInCatalog } from '../../catalog/built-in';
import { allFindings } from '../../report/labels';
import { pullRequestReport } from '../../report/pull-request/pull-request-report';
import type { ScanReport } from '../../report/scan-report';
import { joinPath } from '../../workspace/path';
import { BASELINE_FILE, baselineText, parseBaseline, withoutKnown, type Baseline } from '../baseline';
import { wantsColor, type CliEnvironment } from '../environment';
import { EXIT } from '../exit-code';
import { readInput, writeOutput } from '../files';
import { loadGuide } from '../guide';
import { formatReport } from '../report-formats';
import { scanReportOf } from '../scan-report-of';
import type { ScanScope } from '../scan-scope';
import { writeAll } from '../write-all';
import type { Comparison } from './compare-with-base';
import { scanProject, surveyProject, type ProjectScan } from './project-scan';
import type { ScanOptions } from './scan-options';

/**
 * `mlsecops scan`: scans the paths and reports.
 *
 * @throws CliError when a path, the configuration or the baseline cannot be read, or the report cannot be written
 */
export async function runScan(
  paths: readonly string[],
  options: ScanOptions,
  environment: CliEnvironment,
): Promise<number> {
  // Read before the scan: a mistake in its name should not cost a scan.
  const named =
    typeof options.baseline === 'string' ? baselineFrom(options.baseline, environment) : undefined;
  const { scanned, comparison } = await scanAndCompare(paths, options, environment);
  const { scope, summary } = scanned;
  if (options.writeBaseline !== undefined) {
    writeOutput(environment, options.writeBaseline, baselineText(summary.results));
  }
  const baseline = named ?? comparison?.base ?? ownBaseline(scope, options, environment);
  const exists = (path: string): boolean => existsSync(joinPath(scope.root, path));
  const left = baseline ? withoutKnown(summary.results, baseline, exists) : { ...summary, known: 0 };
  // Only SARIF describes risks and weaknesses; reading the whole guide for the others would be waiting for nothing.
  const catalog = options.format === 'sarif' ? await loadGuide() : builtInCatalog();
  const report = scanReportOf(scanned, left, catalog);
  const summaryText = (): string => pullRequestReport(report, comparison?.changes);
  if (options.summary !== undefined) writeOutput(environment, options.summary, summaryText());
  const { format } = options;
  const write = (color: boolean): string =>
    format === 'pull-request' ? summaryText() : formatReport(report, format, color);
  await deliver(write, options, environment);
  if (summary.cancelled) return EXIT.interrupted;
  // A policy that is not in force must not look like one that is kept.
  if (scanned.loaded.policy.refused) return EXIT.failed;
  return exceeds(report, options.failOn) ? EXIT.findings : EXIT.clean;
}

/** The scan, compared with another state of the project where one is given. */
async function scanAndCompare(
  paths: readonly string[],
  options: ScanOptions,
  environment: CliEnvironment,
): Promise<{ readonly scanned: ProjectScan; readonly comparison?: Comparison }> {
  if (options.base === undefined) return { scanned: await scanProject(paths, options, environment) };
  const scanned = await surveyProject(paths, options, environment);
  // Loaded only when asked for: it brings the whole assessment of maturity.
  const { compareWithBase } = await import('./compare-with-base');
  return { scanned, comparison: await compareWithBase(options.base, scanned, options, environment) };
}

function baselineFrom(path: string, environment: CliEnvironment): Baseline {
  return parseBaseline(readInput(environment, path), path);
}

/** What the project's own baseline knows, unless it is not wanted or just being written. */
function ownBaseline(
  { root }: ScanScope,
  { baseline, writeBaseline }: ScanOptions,
  environment: CliEnvironment,
): Baseline | undefined {
  const own = joinPath(root, BASELINE_FILE);
  if (baseline === false || writeBaseline !== undefined || !existsSync(own)) return undefined;
  return parseBaseline(readInput(environment, own), BASELINE_FILE);
}

async function deliver(
  write: (color: boolean) => string,
  { output }: ScanOptions,
  environment: CliEnvironment,
): Promise<void> {
  if (output !== undefined) writeOutput(environment, output, write(false));
  else
    await writeAll(environment.output.stream, write(wantsColor(environment.output, environment.variables)));
}

function exceeds(report: ScanReport, failOn: ScanOptions['failOn']): boolean {
  if (failOn === 'never') return false;
  const limit = SEVERITIES.indexOf(failOn);
  return allFindings(report.results).some(({ finding }) => SEVERITIES.indexOf(finding.severity) <= limit);
}
