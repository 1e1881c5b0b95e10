import type { FileSystem } from '../file-system';
import { joinPath, parentPath, relativePath } from '../path';
import { ignoreLevelsAbove, projectAncestors } from './ancestors';
import { IgnoreLevels } from './ignore-levels';
import { readIgnoreFile } from './read-ignore-file';
import { isSkippedFolder } from './skipped-folders';

/**
 * Which files a walk from the root would pass by: for those that turn up after the walk. Reads the ignore files above each folder
 * once, so it is for one moment only.
 */
export class LeftOut {
  private readonly excluded: IgnoreLevels;
  private readonly levels = new Map<string, Promise<IgnoreLevels>>();

  /** @param exclude patterns of the configuration, relative to the root */
  constructor(
    private readonly fileSystem: FileSystem,
    private readonly root: string,
    exclude: readonly string[],
  ) {
    this.excluded = IgnoreLevels.none.with(root, exclude);
  }

  /** @param path absolute; one that is not below the root is left out */
  async has(path: string): Promise<boolean> {
    const names = relativePath(this.root, parentPath(path))?.split('/').filter(Boolean);
    if (!names || names.some((name) => isSkippedFolder(name, false))) return true;
    const levels = await this.levelsOf(parentPath(path));
    let folder = this.root;
    for (const name of names) {
      folder = joinPath(folder, name);
      if (this.excluded.ignores(folder, true) || levels.ignores(folder, true)) return true;
    }
    return this.excluded.ignores(path, false) || levels.ignores(path, false);
  }

  private levelsOf(folder: string): Promise<IgnoreLevels> {
    const known = this.levels.get(folder);
    if (known) return known;
    const read = this.readLevels(folder);
    this.levels.set(folder, read);
    return read;
  }

  private async readLevels(folder: string): Promise<IgnoreLevels> {
    const { fileSystem, root } = this;
    const entries = await fileSystem.list(folder).catch(() => []);
    const ancestors = await projectAncestors(fileSystem, folder, root);
    const above = await ignoreLevelsAbove(fileSystem, { folder, entries }, ancestors);
    if (!entries.some(({ name }) => name === '.gitignore')) return above;
    const own = await readIgnoreFile(fileSystem, joinPath(folder, '.gitignore'));
    return own === undefined ? above : above.with(folder, own);
  }
}
