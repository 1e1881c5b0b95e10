/**
 * The only way the engine reaches files. Implementations: Node (`src/workspace/node/`), the client of a web worker
 * (`src/server/`), memory (tests). Paths are absolute with `/`.
 */
export interface FileSystem {
  /** @throws FileSystemError */
  read(path: string): Promise<Uint8Array>;
  /** @throws FileSystemError */
  stat(path: string): Promise<FileStat>;
  /** Entries of a folder, unsorted. Links are reported as links, never followed here. @throws FileSystemError */
  list(path: string): Promise<readonly FolderEntry[]>;
}

export interface FileStat {
  readonly type: FileType;
  /** Bytes. */
  readonly size: number;
  /** Milliseconds since the epoch. */
  readonly modified: number;
}

export type FileType = 'file' | 'folder' | 'link' | 'other';

export interface FolderEntry {
  readonly name: string;
  readonly type: FileType;
}

export class FileSystemError extends Error {
  constructor(
    readonly path: string,
    readonly reason: 'missing' | 'denied' | 'other',
    message: string,
  ) {
    super(message);
    this.name = 'FileSystemError';
  }
}
