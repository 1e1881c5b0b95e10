import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import type { OpenFile } from '../file-system';

const BLOCK = 64 * 1024;
/** Windows has no such flag, though the types promise it. */
const { O_NONBLOCK = 0 } = constants as Partial<typeof constants>;

/** Random access to a file on disk. It must be closed. */
export class FileBytes implements OpenFile {
  readonly size: number;
  readonly #file: number;
  /** Headers lie close to each other: a small read takes what comes next along. */
  #block: Uint8Array = new Uint8Array(0);
  #start = 0;

  /** @throws the error of the file system when the file cannot be opened, or is a folder */
  constructor(path: string) {
    // Without O_NONBLOCK a named pipe with the name of a model would block for ever.
    this.#file = openSync(path, constants.O_RDONLY | O_NONBLOCK);
    const stat = fstatSync(this.#file);
    if (!stat.isFile()) {
      closeSync(this.#file);
      throw Object.assign(new Error('it is no file'), { code: stat.isDirectory() ? 'EISDIR' : 'EINVAL' });
    }
    this.size = stat.size;
  }

  read(offset: number, length: number): Uint8Array {
    const wanted = Math.max(0, Math.min(length, this.size - offset));
    if (wanted > BLOCK) return this.#load(offset, wanted);
    if (offset < this.#start || offset + wanted > this.#start + this.#block.length) {
      this.#block = this.#load(offset, Math.min(BLOCK, this.size - offset));
      this.#start = offset;
    }
    return this.#block.subarray(offset - this.#start, offset - this.#start + wanted);
  }

  close(): void {
    closeSync(this.#file);
  }

  #load(offset: number, length: number): Uint8Array {
    const bytes = new Uint8Array(Math.max(0, length));
    let filled = 0;
    while (filled < bytes.length) {
      const count = readSync(this.#file, bytes, filled, bytes.length - filled, offset + filled);
      // The file has become shorter while it was read.
      if (count === 0) break;
      filled += count;
    }
    return bytes.subarray(0, filled);
  }
}
