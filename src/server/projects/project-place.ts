import type { FileSystem } from '../../workspace/file-system';

/** A folder of the workspace, or the place of all files that lie in none. */
export interface ProjectPlace {
  /** Uri of the folder; undefined for files in no folder. */
  readonly uri: string | undefined;
  /** Absolute path of the folder. */
  readonly path: string;
  readonly files: FileSystem;
}
