import type { FileSystem, FolderEntry } from '../file-system';
import { foldersUpwards, joinPath } from '../path';
import { IgnoreLevels } from './ignore-levels';
import { readIgnoreFile } from './read-ignore-file';

/** A folder above the place where a walk starts, and what lies directly in it. */
export interface Ancestor {
  readonly folder: string;
  readonly entries: readonly FolderEntry[];
}

/**
 * The folders above `start` that belong to the same project, the outermost first: up to the one that holds `.git`, or up
 * to `root` where there is none. Folders that cannot be listed are left out.
 */
export async function projectAncestors(
  fileSystem: FileSystem,
  start: string,
  root: string,
): Promise<readonly Ancestor[]> {
  const found: Ancestor[] = [];
  let keep = 0;
  for (const folder of foldersUpwards(start)) {
    const entries = await fileSystem.list(folder).catch(() => undefined);
    if (folder !== start && entries) found.push({ folder, entries });
    if (folder === root) keep = Math.max(keep, found.length);
    if (entries?.some(({ name }) => name === '.git')) {
      keep = found.length;
      break;
    }
  }
  return found.slice(0, keep).reverse();
}

/** The ignore files above the start of a walk, with the repository's own `info/exclude`. */
export async function ignoreLevelsAbove(
  fileSystem: FileSystem,
  start: Ancestor,
  ancestors: readonly Ancestor[],
): Promise<IgnoreLevels> {
  let levels = IgnoreLevels.none;
  const repository = ancestors[0] ?? start;
  if (repository.entries.some(({ name, type }) => name === '.git' && type === 'folder')) {
    const exclude = await readIgnoreFile(fileSystem, joinPath(repository.folder, '.git/info/exclude'));
    if (exclude !== undefined) levels = levels.with(repository.folder, exclude);
  }
  for (const { folder, entries } of ancestors) {
    if (!entries.some(({ name }) => name === '.gitignore')) continue;
    const text = await readIgnoreFile(fileSystem, joinPath(folder, '.gitignore'));
    if (text !== undefined) levels = levels.with(folder, text);
  }
  return levels;
}
