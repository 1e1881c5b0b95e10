import type { ByteSource } from '../models/bytes/byte-source';

/**
 * The only way the engine reaches files. Implementations: Node (`src/workspace/node/`), the client of a web worker
 * (`src/server/`), memory (tests). Paths are absolute with `/`.
 */
export interface FileSystem {
  /**
   * The bytes of a file. With `maximum`, a longer file is refused with reason `too-large` before it is read; an
   * implementation that cannot know the size beforehand may return more, and the caller checks.
   *
   * @throws FileSystemError
   */
  read(path: string, maximum?: number): Promise<Uint8Array>;
  /** @throws FileSystemError */
  stat(path: string): Promise<FileStat>;
  /** Entries of a folder, unsorted. Links are reported as links, never followed here. @throws FileSystemError */
  list(path: string): Promise<readonly FolderEntry[]>;
  /** The first bytes of a file, at most `length`. Left out where a file can only be read whole. @throws FileSystemError */
  head?(path: string, length: number): Promise<Uint8Array>;
  /** A file to read from anywhere, to be closed. Left out where a file can only be read whole. @throws FileSystemError */
  open?(path: string): Promise<OpenFile>;
}

export interface OpenFile extends ByteSource {
  close(): void;
}

export interface FileStat {
  readonly type: FileType;
  /** Bytes. */
  readonly size: number;
  /** Milliseconds since the epoch. */
  readonly modified: number;
  /** When anything about the file was last changed, also its name or its time of modification; where that is known. */
  readonly changed?: number;
}

export type FileType = 'file' | 'folder' | 'link' | 'other';

export interface FolderEntry {
  readonly name: string;
  readonly type: FileType;
}

export class FileSystemError extends Error {
  constructor(
    readonly path: string,
    readonly reason: 'missing' | 'denied' | 'too-large' | 'other',
    message: string,
  ) {
    super(message);
    this.name = 'FileSystemError';
  }
}
