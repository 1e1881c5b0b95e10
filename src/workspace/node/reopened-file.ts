import type { ByteSource } from '../../models/bytes/byte-source';
import { FileBytes } from './file-bytes';

/** A file that is opened when somebody reads and can be closed in between: nobody is kept from moving or replacing it. */
export class ReopenedFile implements ByteSource {
  readonly size: number;
  #open: FileBytes | undefined;

  /** @throws the error of the file system when the file cannot be opened, or is a folder */
  constructor(private readonly path: string) {
    this.#open = new FileBytes(path);
    this.size = this.#open.size;
  }

  read(offset: number, length: number): Uint8Array {
    this.#open ??= new FileBytes(this.path);
    // It may be another file by now; what is beyond the end of the first one was never there.
    return this.#open.read(offset, Math.max(0, Math.min(length, this.size - offset)));
  }

  /** Until the next read. */
  close(): void {
    this.#open?.close();
    this.#open = undefined;
  }
}
