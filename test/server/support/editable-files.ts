import type { FileStat, FileSystem, FolderEntry } from '../../../src/workspace/file-system';
import { MemoryFileSystem } from '../../unit/workspace/support/memory-file-system';

/** Files in memory that a test changes while the server runs. */
export class EditableFiles implements FileSystem {
  private readonly contents: Map<string, string>;

  constructor(contents: Readonly<Record<string, string>>) {
    this.contents = new Map(Object.entries(contents));
  }

  write(path: string, text: string): void {
    this.contents.set(path, text);
  }

  remove(path: string): void {
    this.contents.delete(path);
  }

  read(path: string, maximum?: number): Promise<Uint8Array> {
    return this.now().read(path, maximum);
  }

  stat(path: string): Promise<FileStat> {
    return this.now().stat(path);
  }

  list(path: string): Promise<readonly FolderEntry[]> {
    return this.now().list(path);
  }

  private now(): MemoryFileSystem {
    return new MemoryFileSystem(Object.fromEntries(this.contents));
  }
}
