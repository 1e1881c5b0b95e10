import type { Budget } from '../../budget';
import type { ByteSource } from '../../bytes/byte-source';

/** An address that is no address: nothing is there. */
export const NOWHERE = -1;

/** The bytes of an HDF5 file, by its own addresses. See the HDF5 File Format Specification, version 3. */
export class Hdf5Bytes {
  constructor(
    readonly source: ByteSource,
    readonly budget: Budget,
    /** Where address 0 is: after the user block. */
    readonly base: number,
    readonly offsetSize: number,
    readonly lengthSize: number,
  ) {}

  /** Bytes from an address on; fewer when the file ends. */
  read(address: number, length: number): Uint8Array {
    if (address < 0 || length <= 0) return new Uint8Array(0);
    return this.source.read(this.base + address, length).slice();
  }

  /** An address that is written at `at`. */
  address(bytes: Uint8Array, at: number): number {
    const none = Array.from({ length: this.offsetSize }, (_, index) => bytes[at + index]).every(
      (byte) => byte === 0xff,
    );
    return none ? NOWHERE : unsigned(bytes, at, this.offsetSize);
  }

  /** A length that is written at `at`. */
  length(bytes: Uint8Array, at: number): number {
    return unsigned(bytes, at, this.lengthSize);
  }
}

/** A little-endian number of any size. */
export function unsigned(bytes: Uint8Array, at: number, size: number): number {
  let value = 0;
  for (let index = size - 1; index >= 0; index--) value = value * 256 + (bytes[at + index] ?? 0);
  return value;
}

/** Text up to the first zero. */
export function textUntilZero(bytes: Uint8Array, at = 0): string {
  const end = bytes.indexOf(0, at);
  return new TextDecoder().decode(bytes.subarray(at, end < 0 ? bytes.length : end));
}
