import type { ByteSource } from '../../../models/bytes/byte-source';

/** Milliseconds between two calls of the observer. */
const EVERY = 250;

/** A source that tells now and then how much of it has been read. */
export class ObservedSource implements ByteSource {
  readonly size: number;
  #read = 0;
  #next: number;

  constructor(
    private readonly source: ByteSource,
    private readonly observe: (read: number) => void,
    private readonly now: () => number = () => performance.now(),
  ) {
    this.size = source.size;
    this.#next = now() + EVERY;
  }

  read(offset: number, length: number): Uint8Array {
    const bytes = this.source.read(offset, length);
    this.#read += bytes.length;
    if (this.now() >= this.#next) {
      this.observe(this.#read);
      // What the observer may read itself is no news.
      this.#next = this.now() + EVERY;
    }
    return bytes;
  }
}
