import { existsSync, realpathSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { RULES } from '../../analysis/rules/registry.generated';
import type { ProjectChanges } from '../../report/pull-request/pull-request-report';
import { diffBoms } from '../../supplychain/bom/diff/diff-boms';
import { partEntry } from '../../supplychain/bom/diff/part-entry';
import { maturityChange } from '../../supplychain/maturity/maturity-change';
import { loadConfiguration } from '../../workspace/load-configuration';
import { BlockingFileSystem } from '../../workspace/node/blocking-file-system';
import { toSlashes } from '../../workspace/node/to-slashes';
import { systemReason } from '../../workspace/node/system-reason';
import { foldersUpwards, joinPath, relativePath } from '../../workspace/path';
import { assessSurvey } from '../../workspace/survey/assess-survey';
import { baselineOf, withoutKnown, type Baseline } from '../baseline';
import { CliError } from '../cli-error';
import type { CliEnvironment } from '../environment';
import { loadGuide } from '../guide';
import { surveyProject, type ProjectSurvey, type ScanSetup } from './project-scan';

/** A project as it is, and as it was in another folder. */
export interface Comparison {
  /** What was found in the other folder. */
  readonly base: Baseline;
  readonly changes: ProjectChanges;
}

/**
 * Compares a project with another state of it, for instance the branch that a pull request goes into. The other state is held to the
 * configuration of this one, so that what is new is new by the code.
 *
 * @param folder the project in the other state, or the checkout that it lies in there
 * @throws CliError when it cannot be read
 */
export async function compareWithBase(
  folder: string,
  head: ProjectSurvey,
  options: ScanSetup,
  environment: CliEnvironment,
): Promise<Comparison> {
  const root = baseRoot(folder, head.scope.root, environment);
  const targets = head.scope.targets
    .map((target) => joinPath(root, relativePath(head.scope.root, target) ?? ''))
    .filter((target) => existsSync(target));
  const setup = head.loaded.file === undefined ? options : { ...options, config: head.loaded.file };
  const base = await surveyProject([], setup, environment, { root, targets, base: root });
  const guide = await loadGuide();
  const judged = { guide, today: environment.today() };
  // Unlike the rules, what people attest belongs to the state in which they did.
  const own = await loadConfiguration(new BlockingFileSystem(), root, RULES);
  const known = baselineOf(base.summary.results);
  const isStillThere = (path: string): boolean => existsSync(joinPath(root, path));
  const left = withoutKnown(base.summary.results, baselineOf(head.summary.results), isStillThere);
  return {
    base: known,
    changes: {
      gone: left.results.reduce((sum, { findings }) => sum + findings.length, 0),
      parts: diffBoms(base.survey.inventory.parts.map(partEntry), head.survey.inventory.parts.map(partEntry)),
      maturity: maturityChange(
        assessSurvey(base.survey, { ...judged, attestations: own.attestations }),
        assessSurvey(head.survey, { ...judged, attestations: head.loaded.attestations }),
      ),
      guide,
    },
  };
}

/**
 * Where the project lies in the other state. Of a repository with several projects a whole checkout is given, as CI makes one, and the
 * project is where it is in its own repository.
 */
function baseRoot(folder: string, project: string, { workingFolder }: CliEnvironment): string {
  try {
    const real = realpathSync(resolve(workingFolder, folder));
    if (!statSync(real).isDirectory()) throw new Error('it is no folder');
    return joinPath(toSlashes(real), isRepository(real) ? placeInRepository(project) : '');
  } catch (error) {
    throw new CliError(`cannot compare with ${folder}: ${systemReason(error)}`);
  }
}

function placeInRepository(project: string): string {
  const repository = foldersUpwards(project).find(isRepository);
  return repository === undefined ? '' : (relativePath(repository, project) ?? '');
}

/** In a further worktree, `.git` is a file. */
function isRepository(folder: string): boolean {
  return existsSync(joinPath(toSlashes(folder), '.git'));
}
