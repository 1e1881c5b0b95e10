/** Random access to bytes: a file, a member of an archive, memory. Reading is synchronous so that readers stay simple and fast. */
export interface ByteSource {
  readonly size: number;
  /**
   * Bytes from `offset` on, fewer at the end and none after it. The array may be reused by the next call.
   *
   * @throws Error when the medium fails
   */
  read(offset: number, length: number): Uint8Array;
}

/** Bytes in memory. */
export class MemorySource implements ByteSource {
  readonly size: number;

  constructor(private readonly bytes: Uint8Array) {
    this.size = bytes.length;
  }

  read(offset: number, length: number): Uint8Array {
    return this.bytes.subarray(offset, offset + length);
  }
}

/** A part of another source. */
export class WindowSource implements ByteSource {
  readonly size: number;

  constructor(
    private readonly whole: ByteSource,
    private readonly start: number,
    length: number,
  ) {
    this.size = Math.max(0, Math.min(length, whole.size - start));
  }

  read(offset: number, length: number): Uint8Array {
    return this.whole.read(this.start + offset, Math.max(0, Math.min(length, this.size - offset)));
  }
}
