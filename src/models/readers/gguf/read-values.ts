import { decodeLatin1, decodeUtf8 } from '../../pickle/pickle-text';
import { GgufProblem, type GgufCursor } from './gguf-cursor';

const STRING = 8;
const ARRAY = 9;
/** Bytes of one element of the types of fixed size. */
const SIZES: ReadonlyMap<number, number> = new Map([
  [0, 1],
  [1, 1],
  [2, 2],
  [3, 2],
  [4, 4],
  [5, 4],
  [6, 4],
  [7, 1],
  [10, 8],
  [11, 8],
  [12, 8],
]);
const DEPTH = 4;
/** Elements of an array that are shown. */
const SHOWN = 8;

/** A value of the metadata, as much of it as is kept. */
export type GgufValue =
  | { readonly kind: 'text'; readonly text: string; readonly at: number }
  | { readonly kind: 'number'; readonly value: number | bigint | boolean }
  | { readonly kind: 'array'; readonly length: number; readonly first: readonly string[] };

/** Reads a text: its length, then UTF-8. What is none is shown byte by byte. */
export function readText(cursor: GgufCursor, version: number): string {
  const length = version === 1 ? cursor.u32() : cursor.u64();
  const bytes = cursor.bytes(length);
  return decodeUtf8(bytes, 0, bytes.length) ?? decodeLatin1(bytes, 0, bytes.length);
}

/** @throws GgufProblem when it is of no known type, or longer than the file */
export function readValue(cursor: GgufCursor, version: number): GgufValue {
  const { at } = cursor;
  const type = cursor.u32();
  if (type === STRING) {
    const start = cursor.at + (version === 1 ? 4 : 8);
    return { kind: 'text', text: readText(cursor, version), at: start };
  }
  if (type === ARRAY) return readArray(cursor, version, 1);
  const value = cursor.scalar(type);
  if (value === undefined) throw new GgufProblem(`a value has the type ${type}, which does not exist`, at);
  return { kind: 'number', value };
}

/** Walks over an array without building it: a vocabulary has hundreds of thousands of texts. */
function readArray(cursor: GgufCursor, version: number, depth: number): GgufValue {
  const { at } = cursor;
  if (depth > DEPTH) throw new GgufProblem(`arrays lie deeper than ${DEPTH} in one another`, at);
  const type = cursor.u32();
  const length = version === 1 ? cursor.u32() : cursor.u64();
  const first: string[] = [];
  const size = SIZES.get(type);
  if (size !== undefined) {
    const end = cursor.at + length * size;
    while (first.length < Math.min(length, SHOWN)) first.push(`${cursor.scalar(type) ?? ''}`);
    cursor.skip(end - cursor.at);
  } else if (type === STRING) {
    for (let count = 0; count < length; count++) {
      if (count < SHOWN) first.push(readText(cursor, version));
      else cursor.skip(version === 1 ? cursor.u32() : cursor.u64());
    }
  } else if (type === ARRAY) {
    for (let count = 0; count < length; count++) readArray(cursor, version, depth + 1);
  } else throw new GgufProblem(`an array has elements of the type ${type}, which does not exist`, at);
  return { kind: 'array', length, first };
}
