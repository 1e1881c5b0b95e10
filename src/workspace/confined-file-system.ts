import {
  FileSystemError,
  type FileStat,
  type FileSystem,
  type FolderEntry,
  type OpenFile,
} from './file-system';
import { joinPath, parentPath, relativePath } from './path';

/** Gives the path that a path leads to when all links are followed. @throws when there is nothing */
export type RealPath = (path: string) => Promise<string>;

/**
 * The files below one folder and no others: a path whose links lead out is refused, whoever asks for it. For those who take paths from
 * somebody they do not trust.
 */
export class ConfinedFileSystem implements FileSystem {
  readonly head?: (path: string, length: number) => Promise<Uint8Array>;
  readonly open?: (path: string) => Promise<OpenFile>;

  /** @param root absolute, with `/`, itself without links */
  constructor(
    private readonly inner: FileSystem,
    private readonly root: string,
    private readonly realPath: RealPath,
  ) {
    const head = inner.head?.bind(inner);
    const open = inner.open?.bind(inner);
    if (head) this.head = (path, length) => this.checked(path, () => head(path, length));
    if (open) this.open = (path) => this.checked(path, () => open(path));
  }

  read(path: string, maximum?: number): Promise<Uint8Array> {
    return this.checked(path, () => this.inner.read(path, maximum));
  }

  /** A link itself may be looked at where it lies; what it leads to is another question. */
  async stat(path: string): Promise<FileStat> {
    await this.check(path === this.root ? path : parentPath(path));
    return this.inner.stat(path);
  }

  list(path: string): Promise<readonly FolderEntry[]> {
    return this.checked(path, () => this.inner.list(path));
  }

  private async checked<T>(path: string, use: () => Promise<T>): Promise<T> {
    await this.check(path);
    return use();
  }

  private async check(path: string): Promise<void> {
    if (relativePath(this.root, path) === undefined) throw leadsOut(path);
    let real: string;
    try {
      real = await this.realPath(path);
    } catch {
      throw new FileSystemError(path, 'missing', 'no such file or folder');
    }
    if (relativePath(this.root, real) === undefined) throw leadsOut(path);
  }
}

/** For file systems that cannot follow links: a path with a link in it leads nowhere. */
export function pathWithoutLinks(fileSystem: Pick<FileSystem, 'stat'>, root: string): RealPath {
  return async (path) => {
    const names = (relativePath(root, path) ?? '').split('/').filter((name) => name !== '');
    let at = root;
    for (const name of names) {
      at = joinPath(at, name);
      if ((await fileSystem.stat(at)).type === 'link') throw leadsOut(path);
    }
    return path;
  };
}

function leadsOut(path: string): FileSystemError {
  return new FileSystemError(path, 'denied', 'it lies outside of the workspace');
}
