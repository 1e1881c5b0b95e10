import { u32 } from '../../bytes/numbers';
import type { Hdf5Bytes } from './hdf5-bytes';
import { unsigned } from './hdf5-bytes';

/** What the elements of an array are. */
export interface Datatype {
  readonly kind: 'integer' | 'float' | 'text' | 'variable-text' | 'other';
  readonly size: number;
  /** As NumPy names it, where it has a name for it. */
  readonly name: string;
}

const NAMES = [
  'integer',
  'float',
  'time',
  'text',
  'bits',
  'opaque',
  'compound',
  'reference',
  'enum',
  'sequence',
  'array',
];

export function readDatatype(bytes: Uint8Array, at = 0): Datatype {
  const kind = (bytes[at] ?? 0) & 15;
  const bits = bytes[at + 1] ?? 0;
  const size = u32(bytes, at + 4);
  if (kind === 0) return { kind: 'integer', size, name: `${bits & 8 ? 'i' : 'u'}${size}` };
  if (kind === 1) return { kind: 'float', size, name: `f${size}` };
  if (kind === 3) return { kind: 'text', size, name: `S${size}` };
  if (kind === 9 && (bits & 15) === 1) return { kind: 'variable-text', size, name: 'text' };
  return { kind: 'other', size, name: NAMES[kind] ?? 'unknown' };
}

/** The lengths of the dimensions in a dataspace message. */
export function readShape(file: Hdf5Bytes, bytes: Uint8Array, at = 0): number[] {
  const rank = Math.min(bytes[at + 1] ?? 0, 32);
  const first = at + (bytes[at] === 1 ? 8 : 4);
  return Array.from({ length: rank }, (_, index) =>
    unsigned(bytes, first + index * file.lengthSize, file.lengthSize),
  );
}
