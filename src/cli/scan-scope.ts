import { realpathSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { PROJECT_FILE } from '../analysis/configuration/parse-project-file';
import type { FileSystem } from '../workspace/file-system';
import { systemReason } from '../workspace/node/system-reason';
import { toSlashes } from '../workspace/node/to-slashes';
import { commonFolder, foldersUpwards, joinPath, parentPath, relativePath } from '../workspace/path';
import { CliError } from './cli-error';

/** What a scan looks at and how its paths are shown. All paths absolute, with `/`. */
export interface ScanScope {
  /** The project's folder: the nearest one upwards with a project file or a repository, else the common folder. */
  readonly root: string;
  readonly targets: readonly string[];
  /** Folder that shown paths are relative to: the working folder when everything lies in it, else the root. */
  readonly base: string;
}

/**
 * Works out the scope from the paths on the command line.
 *
 * @throws CliError naming the first path that cannot be read
 */
export async function scanScope(
  fileSystem: FileSystem,
  workingFolder: string,
  paths: readonly string[],
): Promise<ScanScope> {
  const here = toSlashes(realpathSync(workingFolder));
  const named = (paths.length === 0 ? ['.'] : paths).map((path) => resolveTarget(here, path));
  const common = commonFolder(named.map(({ path, isFolder }) => (isFolder ? path : parentPath(path))));
  const targets = [...new Set(named.map(({ path }) => path))];
  const root = await projectFolder(fileSystem, common);
  const isHere = targets.every((target) => relativePath(here, target) !== undefined);
  return { root, targets, base: isHere ? here : root };
}

function resolveTarget(workingFolder: string, path: string): { path: string; isFolder: boolean } {
  try {
    const real = realpathSync(resolve(workingFolder, path));
    return { path: toSlashes(real), isFolder: statSync(real).isDirectory() };
  } catch (error) {
    throw new CliError(`cannot read ${path}: ${systemReason(error)}`);
  }
}

async function projectFolder(fileSystem: FileSystem, start: string): Promise<string> {
  for (const folder of foldersUpwards(start)) {
    for (const mark of [PROJECT_FILE, '.git']) {
      const found = await fileSystem.stat(joinPath(folder, mark)).catch(() => undefined);
      if (found) return folder;
    }
  }
  return start;
}
