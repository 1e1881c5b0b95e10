import { statSync } from 'node:fs';
import { oneLine } from '../../report/one-line';
import { placeOf } from '../../report/labels';
import { bomModule } from '../../supplychain/bom/bom-module';
import { hashedPaths } from '../../supplychain/bom/hashed-paths';
import type { FileResult } from '../../workspace/file-analysis/file-result';
import type { FileProblem } from '../../workspace/file-problem';
import { hashFiles, type FileHashes } from '../../workspace/node/hash-files';
import { baseName } from '../../workspace/path';
import { CliError } from '../cli-error';
import type { CliEnvironment } from '../environment';
import { EXIT } from '../exit-code';
import { writeOutput } from '../files';
import type { ScanScope } from '../scan-scope';
import { sourceDate } from '../source-date';
import { toolVersion } from '../tool-version';
import { writeAll } from '../write-all';
import type { BomOptions } from './bom-options';
import { surveyProject, type ProjectSurvey } from './project-scan';

/**
 * `mlsecops bom`: the bill of materials of a workspace. What could not be read is told on standard error, and the bill is made of
 * the rest.
 *
 * @throws CliError when the path or the configuration cannot be read, or the bill cannot be written
 */
export async function runBom(
  paths: readonly string[],
  options: BomOptions,
  environment: CliEnvironment,
): Promise<number> {
  if (paths.length > 1) throw new CliError('a bill of materials is made of one folder');
  const timestamp = options.timestamp ? sourceDate(environment.variables) : undefined;
  const surveyed = await surveyProject(paths, options, environment);
  const { scope, survey } = surveyed;
  const signal = environment.interruption();
  const { hashes, problems } = await hashesOf(surveyed, options, signal);
  await tellProblems(surveyed, problems, environment);
  // A bill of half a workspace would look like one of the whole.
  if (survey.summary.cancelled || signal.aborted) return EXIT.interrupted;
  const { writeBom } = await bomModule();
  const text = await writeBom({
    spec: options.spec,
    inventory: survey.inventory,
    subject: options.name ?? nameOf(scope),
    tool: { name: 'mlsecops-lens', version: toolVersion() },
    timestamp,
    serial: options.serial,
    hashes,
  });
  if (options.output === undefined) await writeAll(environment.output.stream, text);
  else writeOutput(environment, options.output, text);
  return EXIT.clean;
}

/** The name of the folder that was asked for. */
function nameOf({ targets, root }: ScanScope): string {
  const [target] = targets;
  const folder = target !== undefined && statSync(target).isDirectory() ? target : root;
  return baseName(folder) || 'workspace';
}

async function hashesOf(
  { scope, survey }: ProjectSurvey,
  { hashes }: BomOptions,
  signal: AbortSignal,
): Promise<FileHashes> {
  if (!hashes) return { hashes: new Map(), problems: [] };
  return hashFiles(scope.root, hashedPaths(survey.inventory), signal);
}

/** The first problem of a file; a script that was made small has hundreds, which say no more. */
function problemsOfFile({ path, problems }: FileResult): readonly string[] {
  const [first] = problems;
  if (!first) return [];
  const more = problems.length === 1 ? '' : ` (${problems.length - 1} more in this file)`;
  return [`${placeOf(path, first.location)} ${first.message}${more}`];
}

/** One line for each thing that is missing in the bill, with its place. */
async function tellProblems(
  { loaded, summary }: ProjectSurvey,
  unhashed: readonly FileProblem[],
  { errors }: CliEnvironment,
): Promise<void> {
  const lines = [
    ...loaded.problems.map(
      ({ line, column, message }) => `${loaded.file ?? ''}:${line}:${column} ${message}`,
    ),
    ...[...summary.problems, ...unhashed].map(({ path, message }) => `${path || '.'}: ${message}`),
    ...summary.results.flatMap(problemsOfFile),
  ];
  if (lines.length === 0) return;
  await writeAll(errors.stream, lines.map((line) => `mlsecops: ${oneLine(line)}\n`).join(''));
}
