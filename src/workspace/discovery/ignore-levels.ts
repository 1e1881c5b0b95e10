import ignore, { type Ignore } from 'ignore';
import { relativePath } from '../path';

interface Level {
  readonly folder: string;
  readonly rules: Ignore;
}

/** The ignore files in force in one folder: its own and those of the folders above. Immutable; a deeper one wins. */
export class IgnoreLevels {
  static readonly none = new IgnoreLevels([]);

  /** The deepest first. */
  private constructor(private readonly levels: readonly Level[]) {}

  /** These levels and the patterns (gitignore syntax) that hold below `folder`. */
  with(folder: string, patterns: string | readonly string[]): IgnoreLevels {
    const rules = ignore({ ignorecase: false, allowRelativePaths: true }).add(patterns);
    return new IgnoreLevels([{ folder, rules }, ...this.levels]);
  }

  /** Whether the patterns exclude `path`. The folders above it are taken to be included: the walk has passed them. */
  ignores(path: string, isFolder: boolean): boolean {
    for (const level of this.levels) {
      const verdict = test(level, path, isFolder);
      if (verdict !== undefined) return verdict;
    }
    return false;
  }

  /**
   * For a folder that the user named: what would hide that folder itself no longer counts below it.
   */
  withoutThoseThatHide(folder: string): IgnoreLevels {
    return new IgnoreLevels(this.levels.filter((level) => test(level, folder, true) !== true));
  }
}

/** Undefined when no pattern of the level speaks of the path. */
function test(level: Level, path: string, isFolder: boolean): boolean | undefined {
  const relative = relativePath(level.folder, path);
  if (!relative) return undefined;
  const { ignored, unignored } = level.rules.test(isFolder ? `${relative}/` : relative);
  if (ignored) return true;
  return unignored ? false : undefined;
}
