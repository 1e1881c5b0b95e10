import type { Range } from 'vscode-languageserver';
import {
  parseProjectFile,
  PROJECT_FILE,
  type ProjectFile,
  type ProjectFileProblem,
  type ProjectSettings,
} from '../../analysis/configuration/parse-project-file';
import { teamCatalogProblems } from '../../analysis/configuration/team-catalog-problems';
import type { Rule } from '../../analysis/rule';
import type { CatalogProblem } from '../../catalog/problem';
import { FileSystemError, type FileSystem } from '../../workspace/file-system';
import { joinPath } from '../../workspace/path';
import {
  NO_PROJECT_POLICY,
  readProjectPolicy,
  type ProjectPolicy,
} from '../../workspace/read-project-policy';

/** Something wrong in a project file, at an LSP position. */
export interface PlacedProblem {
  readonly message: string;
  readonly range: Range;
}

/** What the project file says, with its problems. */
export interface ReadProjectFile {
  /** Undefined when there is no project file. */
  readonly settings: ProjectSettings | undefined;
  readonly problems: readonly PlacedProblem[];
  /** What the project wants of its AI supply chain. */
  readonly policy: ProjectPolicy;
  /** What stands under `catalog`, unchecked; undefined when nothing does. */
  readonly catalog: unknown;
  /** Gives problems of that catalog their places. */
  readonly locate: (problems: readonly CatalogProblem[]) => readonly PlacedProblem[];
}

export const NO_PROJECT_FILE: ReadProjectFile = {
  settings: undefined,
  problems: [],
  policy: NO_PROJECT_POLICY,
  catalog: undefined,
  locate: () => [],
};

/** Reads `.mlsecops.yaml` of a folder. A file that cannot be read is a problem, one that is not there is none. */
export async function readProjectFile(
  files: FileSystem,
  folder: string,
  rules: readonly Rule[],
): Promise<ReadProjectFile> {
  let text: string;
  try {
    const bytes = await files.read(joinPath(folder, PROJECT_FILE));
    text = new TextDecoder().decode(bytes);
  } catch (error) {
    if (error instanceof FileSystemError && error.reason === 'missing') return NO_PROJECT_FILE;
    const reason = error instanceof Error ? error.message : String(error);
    const message = `This file could not be read: ${reason}`;
    return { ...NO_PROJECT_FILE, problems: [{ message, range: TOP }] };
  }
  const file = parseProjectFile(text, rules);
  const place = (problem: ProjectFileProblem): PlacedProblem => placed(problem, file);
  const { problems, ...policy } = readProjectPolicy(file);
  return {
    settings: file.settings,
    problems: [...file.problems, ...problems].map(place),
    policy,
    catalog: file.catalog,
    locate: (problems) => teamCatalogProblems(file, problems).map(place),
  };
}

function placed({ message, range }: ProjectFileProblem, { positionAt }: ProjectFile): PlacedProblem {
  const position = (offset: number): Range['start'] => {
    const { line, column } = positionAt(offset);
    return { line: Math.max(0, line - 1), character: Math.max(0, column - 1) };
  };
  return { message, range: { start: position(range.start), end: position(range.end) } };
}

const TOP: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
