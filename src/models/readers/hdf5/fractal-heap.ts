import { u16 } from '../../bytes/numbers';
import { NOWHERE, unsigned, type Hdf5Bytes } from './hdf5-bytes';

const MAX_BLOCKS = 10_000;
const MAX_DEPTH = 4;

/** A table of blocks whose sizes double from row to row. */
interface Table {
  readonly width: number;
  readonly firstSize: number;
  readonly largestDirect: number;
  /** Bytes before the content of a block. */
  readonly blockHead: number;
  readonly offsetBytes: number;
  /** Rows of the heap's blocks are compressed: they cannot be read here. */
  readonly filtered: boolean;
}

/** The contents of all blocks of a fractal heap, where a group or an object with many members or attributes keeps them. */
export function heapBlocks(file: Hdf5Bytes, heap: number): Uint8Array[] {
  const { offsetSize, lengthSize } = file;
  const bytes = file.read(heap, 256);
  if (heap === NOWHERE || String.fromCharCode(...bytes.subarray(0, 4)) !== 'FRHP') return [];
  const filtered = u16(bytes, 7) > 0;
  // Signature, version, id length, filters, flags, largest object; then lengths and addresses up to the table.
  const tableAt = 14 + 10 * lengthSize + 2 * offsetSize;
  const offsetBytes = Math.ceil(u16(bytes, tableAt + 2 + 2 * lengthSize) / 8);
  const table: Table = {
    width: u16(bytes, tableAt),
    firstSize: unsigned(bytes, tableAt + 2, lengthSize),
    largestDirect: unsigned(bytes, tableAt + 2 + lengthSize, lengthSize),
    offsetBytes,
    blockHead: 5 + offsetSize + offsetBytes + ((bytes[9] ?? 0) & 2 ? 4 : 0),
    filtered,
  };
  const root = file.address(bytes, tableAt + 6 + 2 * lengthSize);
  const rows = u16(bytes, tableAt + 6 + 2 * lengthSize + offsetSize);
  const found: Uint8Array[] = [];
  if (filtered || table.width === 0 || table.firstSize === 0) return found;
  if (rows === 0) addDirect(file, table, root, table.firstSize, found);
  else addIndirect(file, table, root, rows, found, 0);
  return found;
}

function addDirect(file: Hdf5Bytes, table: Table, address: number, size: number, found: Uint8Array[]): void {
  const bytes = file.read(address, size);
  if (String.fromCharCode(...bytes.subarray(0, 4)) === 'FHDB') found.push(bytes.subarray(table.blockHead));
}

function addIndirect(
  file: Hdf5Bytes,
  table: Table,
  address: number,
  rows: number,
  found: Uint8Array[],
  depth: number,
): void {
  const head = 5 + file.offsetSize + table.offsetBytes;
  const bytes = file.read(address, head + rows * table.width * file.offsetSize);
  if (depth > MAX_DEPTH || String.fromCharCode(...bytes.subarray(0, 4)) !== 'FHIB') return;
  for (let index = 0; index < rows * table.width && found.length < MAX_BLOCKS; index++) {
    const row = Math.floor(index / table.width);
    const size = table.firstSize * 2 ** Math.max(0, row - 1);
    const child = file.address(bytes, head + index * file.offsetSize);
    if (child === NOWHERE || child === 0) continue;
    if (size <= table.largestDirect) addDirect(file, table, child, size, found);
    else {
      const below = Math.log2(size / (table.firstSize * table.width)) + 1;
      addIndirect(file, table, child, Math.max(1, Math.min(64, Math.round(below))), found, depth + 1);
    }
  }
}
