import type { Configuration } from '../analysis/configuration/configuration';
import type { ProjectAttestation } from '../analysis/configuration/attestation-schema';
import { mergeConfiguration } from '../analysis/configuration/merge-configuration';
import {
  parseProjectFile,
  PROJECT_FILE,
  type ProjectFileProblem,
} from '../analysis/configuration/parse-project-file';
import { sectionProblems } from '../analysis/configuration/section-problems';
import { teamCatalogProblems } from '../analysis/configuration/team-catalog-problems';
import type { Rule } from '../analysis/rule';
import type { CatalogProblem } from '../catalog/problem';
import { FileSystemError, type FileSystem } from './file-system';
import { joinPath } from './path';
import { NO_PROJECT_POLICY, readProjectPolicy, type ProjectPolicy } from './read-project-policy';

const MAXIMUM_BYTES = 4 * 1024 * 1024;

export interface LoadedConfiguration {
  readonly configuration: Configuration;
  /** The project file that was read, absolute; undefined when there is none. */
  readonly file: string | undefined;
  /** What is wrong in it. Everything else in it is in force. */
  readonly problems: readonly ConfigurationFileProblem[];
  /** What the project wants of its AI supply chain. */
  readonly policy: ProjectPolicy;
  /** What stands under `catalog`, unchecked; undefined when nothing does. */
  readonly catalog: unknown;
  /** Gives problems of that catalog their places. */
  readonly locate: (problems: readonly CatalogProblem[]) => readonly ConfigurationFileProblem[];
  /** What people say of good practice. Whether that can be said of it is for whoever has the guide. */
  readonly attestations: readonly ProjectAttestation[];
  /** Gives problems of those their places. */
  readonly locateAttestations: (problems: readonly CatalogProblem[]) => readonly ConfigurationFileProblem[];
}

/** Line and column are counted from 1. */
export interface ConfigurationFileProblem {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/**
 * Reads the project file of a workspace: `.mlsecops.yaml` in `root`, or the file given.
 *
 * @throws FileSystemError when a file that was given cannot be read
 */
export async function loadConfiguration(
  fileSystem: FileSystem,
  root: string,
  rules: readonly Rule[],
  base: Partial<Configuration> = {},
  given?: string,
): Promise<LoadedConfiguration> {
  const file = given ?? joinPath(root, PROJECT_FILE);
  let bytes: Uint8Array;
  try {
    bytes = await fileSystem.read(file, MAXIMUM_BYTES);
  } catch (error) {
    if (given !== undefined) throw error;
    const nothing = {
      configuration: mergeConfiguration(base),
      policy: NO_PROJECT_POLICY,
      catalog: undefined,
      locate: () => [],
      attestations: [],
      locateAttestations: () => [],
    };
    if (!(error instanceof FileSystemError) || error.reason === 'missing') {
      return { ...nothing, file: undefined, problems: [] };
    }
    const message = `The project file cannot be read (${error.message}); the defaults are in force.`;
    return { ...nothing, file, problems: [{ line: 1, column: 1, message }] };
  }
  const project = parseProjectFile(new TextDecoder().decode(bytes), rules);
  const place = ({ message, range }: ProjectFileProblem): ConfigurationFileProblem => ({
    message,
    ...project.positionAt(range.start),
  });
  const { problems, ...policy } = readProjectPolicy(project);
  return {
    configuration: mergeConfiguration(base, project.settings),
    file,
    problems: [...project.problems, ...problems].map(place),
    policy,
    catalog: project.catalog,
    locate: (problems) => teamCatalogProblems(project, problems).map(place),
    attestations: project.settings.attestations,
    locateAttestations: (problems) => sectionProblems(project, 'attestations', problems).map(place),
  };
}
