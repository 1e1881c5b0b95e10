import { closeSync, constants, fstatSync, lstatSync, openSync, readdirSync, readSync } from 'node:fs';
import type { FileStat, FileSystem, FolderEntry, OpenFile } from '../file-system';
import { FileBytes } from './file-bytes';
import { fileType } from './file-type';
import { toFileSystemError, tooLarge } from './to-file-system-error';

/** Windows has no such flag, though the types promise it. */
const { O_NONBLOCK = 0 } = constants as Partial<typeof constants>;

/**
 * The disk, read synchronously: several times faster for many small files, and right only where nothing else waits for
 * the thread, as in the workers of a scan and in the command-line tool.
 */
export class BlockingFileSystem implements FileSystem {
  read(path: string, maximum = Infinity): Promise<Uint8Array> {
    try {
      // Without O_NONBLOCK a named pipe with a source file's name would block for ever.
      const descriptor = openSync(path, constants.O_RDONLY | O_NONBLOCK);
      try {
        return Promise.resolve(readAll(path, descriptor, maximum));
      } finally {
        closeSync(descriptor);
      }
    } catch (error) {
      return Promise.reject(toFileSystemError(path, error));
    }
  }

  stat(path: string): Promise<FileStat> {
    try {
      const stat = lstatSync(path);
      return Promise.resolve({
        type: fileType(stat),
        size: stat.size,
        modified: stat.mtimeMs,
        changed: stat.ctimeMs,
      });
    } catch (error) {
      return Promise.reject(toFileSystemError(path, error));
    }
  }

  list(path: string): Promise<readonly FolderEntry[]> {
    try {
      const entries = readdirSync(path, { withFileTypes: true });
      return Promise.resolve(entries.map((entry) => ({ name: entry.name, type: fileType(entry) })));
    } catch (error) {
      return Promise.reject(toFileSystemError(path, error));
    }
  }

  head(path: string, length: number): Promise<Uint8Array> {
    try {
      const descriptor = openSync(path, constants.O_RDONLY | O_NONBLOCK);
      try {
        const bytes = Buffer.allocUnsafe(length);
        return Promise.resolve(bytes.subarray(0, readSync(descriptor, bytes, 0, length, 0)));
      } finally {
        closeSync(descriptor);
      }
    } catch (error) {
      return Promise.reject(toFileSystemError(path, error));
    }
  }

  open(path: string): Promise<OpenFile> {
    try {
      return Promise.resolve(new FileBytes(path));
    } catch (error) {
      return Promise.reject(toFileSystemError(path, error));
    }
  }
}

function readAll(path: string, descriptor: number, maximum: number): Uint8Array {
  const stat = fstatSync(descriptor);
  if (!stat.isFile()) throw new Error('it is no file');
  if (stat.size > maximum) throw tooLarge(path, stat.size, maximum);
  const bytes = Buffer.allocUnsafe(stat.size);
  let length = 0;
  while (length < bytes.length) {
    const count = readSync(descriptor, bytes, length, bytes.length - length, null);
    if (count === 0) break;
    length += count;
  }
  return bytes.subarray(0, length);
}
