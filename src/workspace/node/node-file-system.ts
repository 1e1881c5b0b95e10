import { constants } from 'node:fs';
import { lstat, open, readdir } from 'node:fs/promises';
import type { FileStat, FileSystem, FolderEntry, OpenFile } from '../file-system';
import { FileBytes } from './file-bytes';
import { fileType } from './file-type';
import { toFileSystemError, tooLarge } from './to-file-system-error';

/** Windows has no such flag, though the types promise it. */
const { O_NONBLOCK = 0 } = constants as Partial<typeof constants>;

/** The disk, read asynchronously: for threads that have other things to do. */
export class NodeFileSystem implements FileSystem {
  async read(path: string, maximum = Infinity): Promise<Uint8Array> {
    try {
      const file = await open(path, 'r');
      try {
        const stat = await file.stat();
        if (!stat.isFile()) throw new Error('it is no file');
        if (stat.size > maximum) throw tooLarge(path, stat.size, maximum);
        return await file.readFile();
      } finally {
        await file.close();
      }
    } catch (error) {
      throw toFileSystemError(path, error);
    }
  }

  async stat(path: string): Promise<FileStat> {
    try {
      const stat = await lstat(path);
      return { type: fileType(stat), size: stat.size, modified: stat.mtimeMs, changed: stat.ctimeMs };
    } catch (error) {
      throw toFileSystemError(path, error);
    }
  }

  async list(path: string): Promise<readonly FolderEntry[]> {
    try {
      const entries = await readdir(path, { withFileTypes: true });
      return entries.map((entry) => ({ name: entry.name, type: fileType(entry) }));
    } catch (error) {
      throw toFileSystemError(path, error);
    }
  }

  async head(path: string, length: number): Promise<Uint8Array> {
    try {
      const file = await open(path, constants.O_RDONLY | O_NONBLOCK);
      try {
        const { buffer, bytesRead } = await file.read(Buffer.allocUnsafe(length), 0, length, 0);
        return buffer.subarray(0, bytesRead);
      } finally {
        await file.close();
      }
    } catch (error) {
      throw toFileSystemError(path, error);
    }
  }

  /** Reading from what it gives blocks the thread. */
  open(path: string): Promise<OpenFile> {
    try {
      return Promise.resolve(new FileBytes(path));
    } catch (error) {
      return Promise.reject(toFileSystemError(path, error));
    }
  }
}
