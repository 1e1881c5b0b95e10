import { existsSync } from 'node:fs';
import { RULES } from '../../analysis/rules/registry.generated';
import { SEVERITIES } from '../../analysis/severity';
import { builtInCatalog } from '../../catalog/built-in';
import { allFindings } from '../../report/labels';
import type { ScanReport } from '../../report/scan-report';
import { joinPath } from '../../workspace/path';
import { BASELINE_FILE, baselineText, parseBaseline, withoutKnown, type Baseline } from '../baseline';
import { wantsColor, type CliEnvironment } from '../environment';
import { EXIT } from '../exit-code';
import { readInput, writeOutput } from '../files';
import { loadGuide } from '../guide';
import { relocateResult, relocation } from '../relocate';
import { formatReport } from '../report-formats';
import type { ScanScope } from '../scan-scope';
import { toolVersion } from '../tool-version';
import { writeAll } from '../write-all';
import { scanProject, type ProjectScan } from './project-scan';
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
  const scanned = await scanProject(paths, options, environment);
  const { scope, summary } = scanned;
  if (options.writeBaseline !== undefined) {
    writeOutput(environment, options.writeBaseline, baselineText(summary.results));
  }
  const baseline = named ?? ownBaseline(scope, options, environment);
  const exists = (path: string): boolean => existsSync(joinPath(scope.root, path));
  const left = baseline ? withoutKnown(summary.results, baseline, exists) : { ...summary, known: 0 };
  // Only SARIF describes risks and weaknesses; reading the whole guide for the others would be waiting for nothing.
  const catalog = options.format === 'sarif' ? await loadGuide() : builtInCatalog();
  const report = reportOf(scanned, left, catalog);
  await deliver(report, options, environment);
  if (summary.cancelled) return EXIT.interrupted;
  // A policy that is not in force must not look like one that is kept.
  if (scanned.loaded.policy.refused) return EXIT.failed;
  return exceeds(report, options.failOn) ? EXIT.findings : EXIT.clean;
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

function reportOf(
  { scope, loaded, summary }: ProjectScan,
  { results, known }: Pick<ScanReport, 'results'> & { readonly known: number },
  catalog: ScanReport['catalog'],
): ScanReport {
  const { files, analyzed, bytes, skipped, cancelled } = summary;
  const relocate = relocation(scope.root, scope.base);
  return {
    toolVersion: toolVersion(),
    catalog,
    rules: RULES,
    base: scope.base,
    results: results.map((result) => relocateResult(result, relocate)),
    problems: summary.problems.map((problem) => ({ ...problem, path: relocate(problem.path) })),
    configurationProblems: loaded.problems.map((problem) => ({
      ...problem,
      path: relocate(loaded.file ?? ''),
      severity: 'warning',
    })),
    totals: { files, analyzed, bytes, skipped, known, cancelled },
  };
}

async function deliver(report: ScanReport, options: ScanOptions, environment: CliEnvironment): Promise<void> {
  const { output, format } = options;
  if (output === undefined) {
    const color = wantsColor(environment.output, environment.variables);
    await writeAll(environment.output.stream, formatReport(report, format, color));
  } else {
    writeOutput(environment, output, formatReport(report, format, false));
  }
}

function exceeds(report: ScanReport, failOn: ScanOptions['failOn']): boolean {
  if (failOn === 'never') return false;
  const limit = SEVERITIES.indexOf(failOn);
  return allFindings(report.results).some(({ finding }) => SEVERITIES.indexOf(finding.severity) <= limit);
}
