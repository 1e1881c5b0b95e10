import type { Budget } from '../../budget';
import type { ByteSource } from '../../bytes/byte-source';
import { Hdf5Bytes } from './hdf5-bytes';

const SIGNATURE = [0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a];
/** How far a signature is looked for in what cannot be read at random without cost. */
const NEAR = 64 * 1024;

/** Where the superblock is: at 0, 512, 1024, 2048 …, as the library looks for it. */
export function findSuperblock(source: ByteSource, everywhere: boolean): number | undefined {
  const last = everywhere ? source.size : Math.min(source.size, NEAR);
  for (let at = 0; at + SIGNATURE.length <= last; at = at === 0 ? 512 : at * 2) {
    const bytes = source.read(at, SIGNATURE.length);
    if (SIGNATURE.every((byte, index) => bytes[index] === byte)) return at;
  }
  return undefined;
}

export interface Superblock {
  readonly version: number;
  readonly file: Hdf5Bytes;
  /** Address of the root group's header. */
  readonly root: number;
}

/**
 * Reads the superblock at `start`, from which addresses count, whatever it says itself; undefined when it is of a version that nobody knows, or makes no sense.
 */
export function readSuperblock(source: ByteSource, budget: Budget, start: number): Superblock | undefined {
  const bytes = source.read(start, 128).slice();
  const version = bytes[8] ?? 255;
  if (version > 3) return undefined;
  const sizesAt = version < 2 ? 13 : 9;
  const [offsetSize = 0, lengthSize = 0] = bytes.subarray(sizesAt, sizesAt + 2);
  if (![2, 4, 8].includes(offsetSize) || ![2, 4, 8].includes(lengthSize)) return undefined;
  if (version >= 2) {
    const file = new Hdf5Bytes(source, budget, start, offsetSize, lengthSize);
    return { version, file, root: file.address(bytes, 12 + 3 * offsetSize) };
  }
  const addressesAt = version === 1 ? 28 : 24;
  const file = new Hdf5Bytes(source, budget, start, offsetSize, lengthSize);
  // After four addresses the entry of the root group: the offset of its name, then its header.
  return { version, file, root: file.address(bytes, addressesAt + 5 * offsetSize) };
}
