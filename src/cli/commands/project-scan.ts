import { statSync } from 'node:fs';
import { RULES } from '../../analysis/rules/registry.generated';
import { mergeTeamCatalog } from '../../catalog/team/merge-team-catalog';
import { sourceKind } from '../../workspace/discovery/source-kind';
import { InProcessAnalyzer } from '../../workspace/file-analysis/in-process-analyzer';
import { loadConfiguration, type LoadedConfiguration } from '../../workspace/load-configuration';
import { modelName } from '../../workspace/model-files/model-name';
import { BlockingFileSystem } from '../../workspace/node/blocking-file-system';
import { systemReason } from '../../workspace/node/system-reason';
import { WorkerPool } from '../../workspace/node/worker-pool';
import type { ScanRequest, ScanSummary } from '../../workspace/scan';
import { scanWithPolicy, surveyWithPolicy } from '../../workspace/survey/scan-with-policy';
import type { Survey } from '../../workspace/survey/survey';
import { CliError } from '../cli-error';
import type { CliEnvironment } from '../environment';
import { resolveInput } from '../files';
import { builtInGuide } from '../guide';
import { builtInKnownParts } from '../known-parts';
import { Progress } from '../progress';
import { scanScope, type ScanScope } from '../scan-scope';
import type { ScanOptions } from './scan-options';

/** A scan of the project that the paths lie in, with the configuration that was in force. */
export interface ProjectScan {
  readonly scope: ScanScope;
  readonly loaded: LoadedConfiguration;
  readonly summary: ScanSummary;
}

/** The options that say how to scan, not what to do with the result. */
export type ScanSetup = Pick<
  ScanOptions,
  'config' | 'preset' | 'testCode' | 'jobs' | 'ignore' | 'cache' | 'onlyKnownFiles'
>;

/** A scan with what it says of the supply chain and of good practice. */
export interface ProjectSurvey extends ProjectScan {
  readonly survey: Survey;
}

/**
 * Scans the paths, with progress on standard error.
 *
 * @throws CliError when a path or the configuration cannot be read
 */
export async function scanProject(
  paths: readonly string[],
  options: ScanSetup,
  environment: CliEnvironment,
): Promise<ProjectScan> {
  const { scope, loaded, request, progress } = await prepare(paths, options, environment);
  const { policy } = loaded.policy;
  const known = policy ? await builtInKnownParts() : undefined;
  const summary = await scanWithPolicy({ ...request, known, policy, today: environment.today() });
  progress.clear();
  return { scope, loaded, summary };
}

/**
 * Scans the paths and makes their inventory, with progress on standard error.
 *
 * @param within what to scan instead of what the paths say
 * @throws CliError when a path or the configuration cannot be read
 */
export async function surveyProject(
  paths: readonly string[],
  options: ScanSetup,
  environment: CliEnvironment,
  within?: ScanScope,
): Promise<ProjectSurvey> {
  const { scope, loaded, request, progress } = await prepare(paths, options, environment, within);
  const made = await surveyWithPolicy({
    ...request,
    known: await builtInKnownParts(),
    policy: loaded.policy.policy,
    today: environment.today(),
  });
  progress.clear();
  return { scope, loaded, summary: made.summary, survey: made };
}

async function prepare(
  paths: readonly string[],
  options: ScanSetup,
  environment: CliEnvironment,
  within?: ScanScope,
) {
  const fileSystem = new BlockingFileSystem();
  const scope = within ?? (await scanScope(fileSystem, environment.workingFolder, paths));
  const loaded = await withTeamProblems(await configurationOf(fileSystem, scope, options, environment));
  const progress = new Progress(environment.errors);
  const { preset, testCode } = options;
  const request: ScanRequest = {
    fileSystem,
    root: scope.root,
    targets: options.onlyKnownFiles ? scope.targets.filter(isKnown) : scope.targets,
    configuration: {
      ...loaded.configuration,
      ...(preset ? { preset } : {}),
      ...(testCode ? { testCode } : {}),
    },
    analyzer: new WorkerPool({
      script: environment.workerScript,
      jobs: options.jobs,
      useCache: options.cache,
      fallback: new InProcessAnalyzer(fileSystem),
    }),
    useIgnoreFiles: options.ignore,
    signal: environment.interruption(),
    onProgress: (state) => progress.show(state),
  };
  return { scope, loaded, request, progress };
}

/** Whether a target is a folder, or a file that a scan of its folder would look at. */
function isKnown(target: string): boolean {
  if (statSync(target).isDirectory()) return true;
  return sourceKind(target) !== undefined || ['model', 'perhaps'].includes(modelName(target));
}

async function configurationOf(
  fileSystem: BlockingFileSystem,
  scope: ScanScope,
  { config }: ScanSetup,
  environment: CliEnvironment,
): Promise<LoadedConfiguration> {
  if (config === undefined) return loadConfiguration(fileSystem, scope.root, RULES);
  const file = resolveInput(environment, config);
  try {
    return await loadConfiguration(fileSystem, scope.root, RULES, {}, file);
  } catch (error) {
    throw new CliError(`cannot read ${config}: ${systemReason(error)}`);
  }
}

/** A scan has no use for the team's catalog, but who runs it in CI wants to know that it is whole. */
async function withTeamProblems(loaded: LoadedConfiguration): Promise<LoadedConfiguration> {
  if (loaded.catalog === undefined) return loaded;
  const { problems } = mergeTeamCatalog(await builtInGuide(), loaded.catalog);
  return { ...loaded, problems: [...loaded.problems, ...loaded.locate(problems)] };
}
