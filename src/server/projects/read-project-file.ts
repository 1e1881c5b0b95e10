import {
  parseProjectFile,
  PROJECT_FILE,
  type ProjectSettings,
} from '../../analysis/configuration/parse-project-file';
import type { Rule } from '../../analysis/rule';
import { FileSystemError, type FileSystem } from '../../workspace/file-system';
import { joinPath } from '../../workspace/path';
import type { Range } from 'vscode-languageserver';

/** What the project file says, with its problems at LSP positions. */
export interface ReadProjectFile {
  /** Undefined when there is no project file. */
  readonly settings: ProjectSettings | undefined;
  readonly problems: readonly { readonly message: string; readonly range: Range }[];
}

export const NO_PROJECT_FILE: ReadProjectFile = { settings: undefined, problems: [] };

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
    return {
      settings: undefined,
      problems: [{ message: `This file could not be read: ${reason}`, range: TOP }],
    };
  }
  const { settings, problems, positionAt } = parseProjectFile(text, rules);
  const position = (offset: number): Range['start'] => {
    const { line, column } = positionAt(offset);
    return { line: Math.max(0, line - 1), character: Math.max(0, column - 1) };
  };
  return {
    settings,
    problems: problems.map(({ message, range }) => ({
      message,
      range: { start: position(range.start), end: position(range.end) },
    })),
  };
}

const TOP: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
