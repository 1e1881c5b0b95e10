import { u16, u32 } from '../../bytes/numbers';
import { readDatatype, readShape, type Datatype } from './datatype';
import { NOWHERE, textUntilZero, unsigned, type Hdf5Bytes } from './hdf5-bytes';
import { MESSAGE, type HeaderMessage } from './object-header';

/** An array in the file. */
export interface Dataset {
  readonly type: Datatype;
  readonly shape: readonly number[];
  /** Files that its numbers are taken from. */
  readonly externalFiles: readonly string[];
  /** It is put together from other datasets, which may be in other files. */
  readonly virtualFrom: readonly string[] | undefined;
}

const VIRTUAL = 3;
const MAX_FILES = 1000;

/** The dataset that has this header; undefined when it is a group. */
export function datasetOf(file: Hdf5Bytes, messages: readonly HeaderMessage[]): Dataset | undefined {
  const layout = messages.find(({ type }) => type === MESSAGE.layout);
  const type = messages.find((message) => message.type === MESSAGE.datatype);
  const space = messages.find((message) => message.type === MESSAGE.dataspace);
  const external = messages.find((message) => message.type === MESSAGE.externalFiles);
  if (!layout && !external) return undefined;
  return {
    type: readDatatype(type?.data ?? new Uint8Array(0)),
    shape: space ? readShape(file, space.data) : [],
    externalFiles: external ? externalFiles(file, external.data) : [],
    virtualFrom:
      layout && (layout.data[0] ?? 0) >= 4 && layout.data[1] === VIRTUAL
        ? virtualSources(file, layout.data)
        : undefined,
  };
}

/** The names are in a heap; a slot holds the place of one, and which part of that file is meant. */
function externalFiles(file: Hdf5Bytes, data: Uint8Array): string[] {
  const used = Math.min(u16(data, 6), MAX_FILES);
  const heap = file.read(file.address(data, 8), 8 + 2 * file.lengthSize + file.offsetSize);
  const names = file.address(heap, 8 + 2 * file.lengthSize);
  const step = 3 * file.lengthSize;
  return Array.from({ length: used }, (_, index) => {
    const at = 8 + file.offsetSize + index * step;
    return names === NOWHERE
      ? ''
      : textUntilZero(file.read(names + unsigned(data, at, file.lengthSize), 4096));
  });
}

/** Names of files and datasets in the list that the global heap keeps for a virtual dataset. */
function virtualSources(file: Hdf5Bytes, data: Uint8Array): string[] {
  const address = file.address(data, 2);
  const wanted = u32(data, 2 + file.offsetSize);
  const head = file.read(address, 8 + file.lengthSize);
  const end = address + Math.min(file.length(head, 8), 1024 * 1024);
  for (let place = address + 8 + file.lengthSize; place < end;) {
    const object = file.read(place, 8 + file.lengthSize);
    const size = file.length(object, 8);
    if (object.length < 8 || u16(object, 0) === 0) break;
    if (u16(object, 0) === wanted) {
      const bytes = file.read(place + 8 + file.lengthSize, Math.min(size, 64 * 1024));
      // A version, a count, then for each part the file, the dataset and two selections.
      return [textUntilZero(bytes, 1 + file.lengthSize)];
    }
    place += 8 + file.lengthSize + Math.ceil(size / 8) * 8;
  }
  return [];
}
