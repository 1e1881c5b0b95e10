import { RULES } from '../../analysis/rules/registry.generated';
import { SEVERITIES } from '../../analysis/severity';
import { builtInCatalog } from '../../catalog/built-in';
import { mergeTeamCatalog } from '../../catalog/team/merge-team-catalog';
import { allFindings } from '../../report/labels';
import type { ScanReport } from '../../report/scan-report';
import { InProcessAnalyzer } from '../../workspace/file-analysis/in-process-analyzer';
import { loadConfiguration, type LoadedConfiguration } from '../../workspace/load-configuration';
import { BlockingFileSystem } from '../../workspace/node/blocking-file-system';
import { WorkerPool } from '../../workspace/node/worker-pool';
import { scan, type ScanSummary } from '../../workspace/scan';
import { CliError } from '../cli-error';
import { baselineText, parseBaseline, withoutKnown } from '../baseline';
import { wantsColor, type CliEnvironment } from '../environment';
import { EXIT } from '../exit-code';
import { readInput, reasonOf, resolveInput, writeOutput } from '../files';
import { builtInGuide, loadGuide } from '../guide';
import { Progress } from '../progress';
import { relocateResult, relocation } from '../relocate';
import { formatReport } from '../report-formats';
import { scanScope, type ScanScope } from '../scan-scope';
import { toolVersion } from '../tool-version';
import { writeAll } from '../write-all';
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
  const fileSystem = new BlockingFileSystem();
  const scope = await scanScope(fileSystem, environment.workingFolder, paths);
  const loaded = await withTeamProblems(await configurationOf(fileSystem, scope, options, environment));
  const baseline =
    options.baseline === undefined
      ? undefined
      : parseBaseline(readInput(environment, options.baseline), options.baseline);
  const progress = new Progress(environment.errors);
  const { preset } = options;
  const summary = await scan({
    fileSystem,
    root: scope.root,
    targets: scope.targets,
    configuration: preset ? { ...loaded.configuration, preset } : loaded.configuration,
    analyzer: new WorkerPool({
      script: environment.workerScript,
      jobs: options.jobs,
      useCache: options.cache,
      fallback: new InProcessAnalyzer(fileSystem),
    }),
    useIgnoreFiles: options.ignore,
    signal: environment.interruption(),
    onProgress: (state) => progress.show(state),
  });
  progress.clear();

  const relocate = relocation(scope.root, scope.base);
  const located = summary.results.map((result) => relocateResult(result, relocate));
  if (options.writeBaseline !== undefined) {
    writeOutput(environment, options.writeBaseline, baselineText(located));
  }
  const { results, known } = baseline ? withoutKnown(located, baseline) : { results: located, known: 0 };
  // Only SARIF describes risks and weaknesses; reading the whole guide for the others would be waiting for nothing.
  const catalog = options.format === 'sarif' ? await loadGuide() : builtInCatalog();
  const report = reportOf(summary, results, known, scope, loaded, relocate, catalog);
  await deliver(report, options, environment);
  if (summary.cancelled) return EXIT.interrupted;
  return exceeds(report, options.failOn) ? EXIT.findings : EXIT.clean;
}

async function configurationOf(
  fileSystem: BlockingFileSystem,
  scope: ScanScope,
  { config }: ScanOptions,
  environment: CliEnvironment,
): Promise<LoadedConfiguration> {
  if (config === undefined) return loadConfiguration(fileSystem, scope.root, RULES);
  const file = resolveInput(environment, config);
  try {
    return await loadConfiguration(fileSystem, scope.root, RULES, {}, file);
  } catch (error) {
    throw new CliError(`cannot read ${config}: ${reasonOf(error)}`);
  }
}

/** A scan has no use for the team's catalog, but who runs it in CI wants to know that it is whole. */
async function withTeamProblems(loaded: LoadedConfiguration): Promise<LoadedConfiguration> {
  if (loaded.catalog === undefined) return loaded;
  const { problems } = mergeTeamCatalog(await builtInGuide(), loaded.catalog);
  return { ...loaded, problems: [...loaded.problems, ...loaded.locate(problems)] };
}

function reportOf(
  summary: ScanSummary,
  results: ScanReport['results'],
  known: number,
  scope: ScanScope,
  loaded: LoadedConfiguration,
  relocate: (path: string) => string,
  catalog: ScanReport['catalog'],
): ScanReport {
  const { files, analyzed, bytes, skipped, cancelled } = summary;
  return {
    toolVersion: toolVersion(),
    catalog,
    rules: RULES,
    base: scope.base,
    results,
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
