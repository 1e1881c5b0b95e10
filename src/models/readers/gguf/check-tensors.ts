import { GGML_TYPES, LAST_TYPE } from './ggml-types';
import type { GgufFile, GgufTensor } from './read-gguf';

type Tell = (message: string, at: number) => void;

/** Where the data of a tensor lies; the size is unknown for types that are not in the table. */
interface Placed extends GgufTensor {
  readonly size: number | undefined;
}

/**
 * Checks the tensors of a file against one another and against its size.
 *
 * @param dataStart where the data begins, after the padding
 * @returns where the last tensor ends; undefined when that cannot be told
 */
export function checkTensors(
  { tensors }: GgufFile,
  alignment: number,
  dataStart: number,
  fileSize: number,
  tell: Tell,
): number | undefined {
  const names = new Set<string>();
  const placed = tensors.map((tensor): Placed => ({ ...tensor, size: sizeOf(tensor) }));
  for (const { name, at, dimensions, type, offset, size } of placed) {
    const shown = `The tensor "${name.slice(0, 64)}"`;
    if (names.has(name)) tell(`${shown} is there twice: loaders differ in which they take.`, at);
    names.add(name);
    if (type > LAST_TYPE) tell(`${shown} has the type ${type}, which does not exist.`, at);
    if (dimensions.some((length) => length > 2 ** 48) || (size ?? 0) > Number.MAX_SAFE_INTEGER) {
      tell(`${shown} has dimensions that no memory holds: ${dimensions.join(' × ')}.`, at);
    } else if (dataStart + offset + (size ?? 0) > fileSize) tell(`${shown} ends after the file.`, at);
    if (offset % alignment !== 0) tell(`${shown} does not begin at a multiple of ${alignment}.`, at);
  }
  tellOverlaps(placed, tell);
  if (placed.some(({ size }) => size === undefined)) return undefined;
  return placed.reduce((last, { offset, size = 0 }) => Math.max(last, dataStart + offset + size), dataStart);
}

function tellOverlaps(placed: readonly Placed[], tell: Tell): void {
  let reached = 0;
  for (const { name, at, offset, size } of placed.toSorted((a, b) => a.offset - b.offset)) {
    if (size === 0) continue;
    if (offset < reached) tell(`The tensor "${name.slice(0, 64)}" lies over another one.`, at);
    reached = Math.max(reached, offset + (size ?? 0));
  }
}

/** Bytes of a tensor; undefined when its type is not known. */
export function sizeOf({ dimensions, type }: GgufTensor): number | undefined {
  const known = GGML_TYPES.get(type);
  if (!known) return undefined;
  const [row = 1, ...others] = dimensions;
  return others.reduce((product, length) => product * length, Math.ceil(row / known.numbers) * known.bytes);
}
