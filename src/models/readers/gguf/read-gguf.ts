import type { Budget } from '../../budget';
import type { ByteSource } from '../../bytes/byte-source';
import { GgufCursor, GgufProblem } from './gguf-cursor';
import { readText, readValue, type GgufValue } from './read-values';

/** Limits of counts; the largest known files have some thousands of each. */
const MAX_ENTRIES = 100_000;
const MAX_DIMENSIONS = 4;
const MAX_KEY = 65_535;

export interface GgufEntry {
  readonly key: string;
  readonly at: number;
  readonly value: GgufValue;
}

export interface GgufTensor {
  readonly name: string;
  readonly at: number;
  /** As in the file: the fastest first. */
  readonly dimensions: readonly number[];
  readonly type: number;
  /** Within the data. */
  readonly offset: number;
}

export interface GgufFile {
  readonly version: number;
  readonly little: boolean;
  readonly entries: readonly GgufEntry[];
  readonly tensors: readonly GgufTensor[];
  /** Where the description of the last tensor ends. */
  readonly end: number;
  /** Why it could not be read to the end of the descriptions. */
  readonly problem?: { readonly message: string; readonly at: number };
}

/** Reads what a GGUF file says about itself, up to the tensors' data. Never throws because of what it says. */
export function readGguf(source: ByteSource, budget: Budget): GgufFile {
  const little = isLittle(source.read(4, 4));
  const cursor = new GgufCursor(source, budget, little);
  const entries: GgufEntry[] = [];
  const tensors: GgufTensor[] = [];
  let version = 0;
  const done = (problem?: GgufFile['problem']): GgufFile => ({
    version,
    little,
    entries,
    tensors,
    end: cursor.at,
    ...(problem ? { problem } : {}),
  });
  try {
    cursor.skip(4);
    version = cursor.u32();
    if (version < 1 || version > 3)
      return done({ message: `its version is ${version}, which does not exist`, at: 4 });
    const count = (): number => (version === 1 ? cursor.u32() : cursor.u64());
    const tensorCount = count();
    const entryCount = count();
    if (tensorCount > MAX_ENTRIES || entryCount > MAX_ENTRIES) {
      return done({ message: `it announces ${entryCount} properties and ${tensorCount} tensors`, at: 8 });
    }
    for (let index = 0; index < entryCount; index++) entries.push(readEntry(cursor, version));
    for (let index = 0; index < tensorCount; index++) tensors.push(readTensor(cursor, version));
    return done();
  } catch (error) {
    if (!(error instanceof GgufProblem)) throw error;
    return done({ message: error.message, at: error.offset });
  }
}

/** Nothing says in which order the bytes are; a version is small in one of them. */
function isLittle(bytes: Uint8Array): boolean {
  return !((bytes[0] ?? 0) === 0 && (bytes[1] ?? 0) === 0 && (bytes[3] ?? 0) !== 0);
}

function readEntry(cursor: GgufCursor, version: number): GgufEntry {
  const { at } = cursor;
  const key = readText(cursor, version);
  if (key.length > MAX_KEY)
    throw new GgufProblem('the name of a property is longer than the format allows', at);
  return { key, at, value: readValue(cursor, version) };
}

function readTensor(cursor: GgufCursor, version: number): GgufTensor {
  const { at } = cursor;
  const name = readText(cursor, version);
  const count = cursor.u32();
  if (count > MAX_DIMENSIONS)
    throw new GgufProblem(`a tensor has ${count} dimensions; the format has ${MAX_DIMENSIONS}`, at);
  const dimensions = Array.from({ length: count }, () => (version === 1 ? cursor.u32() : cursor.u64()));
  return { name, at, dimensions, type: cursor.u32(), offset: cursor.u64() };
}
