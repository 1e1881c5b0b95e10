import { u16, u32 } from '../../bytes/numbers';
import { readDatatype, readShape } from './datatype';
import { heapBlocks } from './fractal-heap';
import { textUntilZero, type Hdf5Bytes } from './hdf5-bytes';
import { MESSAGE, type HeaderMessage } from './object-header';

/** A text that is kept with an object. */
export interface TextAttribute {
  readonly name: string;
  readonly text: string;
  /** Where the text begins in the file. */
  readonly offset: number;
}

export interface Attributes {
  readonly texts: readonly TextAttribute[];
  /** Some could not be read. */
  readonly incomplete: boolean;
}

const MAX_TEXT = 64 * 1024 * 1024;
const MAX_ELEMENTS = 4096;

/** The attributes with texts of the object that has this header. Texts in several pieces are joined. */
export function attributesOf(file: Hdf5Bytes, messages: readonly HeaderMessage[]): Attributes {
  const texts: TextAttribute[] = [];
  let incomplete = false;
  for (const { type, data, shared, offset } of messages) {
    if (type === MESSAGE.attribute) {
      const read = shared ? undefined : readAttribute(file, data, offset);
      if (!read) incomplete = true;
      else if (read.attribute) texts.push(read.attribute);
    } else if (type === MESSAGE.attributeInfo) {
      const heap = file.address(data, 2 + ((data[1] ?? 0) & 1 ? 2 : 0));
      for (const block of heapBlocks(file, heap)) {
        for (let at = 0; at < block.length;) {
          const read = readAttribute(file, block.subarray(at), offset);
          if (read?.attribute) texts.push(read.attribute);
          at += read?.size ?? 1;
        }
        // Attributes of more than a block are kept elsewhere.
        incomplete = true;
      }
    }
  }
  return { texts, incomplete };
}

function readAttribute(
  file: Hdf5Bytes,
  data: Uint8Array,
  offset: number,
): { readonly attribute?: TextAttribute; readonly size: number } | undefined {
  const version = data[0] ?? 0;
  if (version < 1 || version > 3 || data.length < 8) return undefined;
  if (version > 1 && (data[1] ?? 0) !== 0) return undefined;
  const sizes = [u16(data, 2), u16(data, 4), u16(data, 6)];
  const [nameSize = 0, typeSize = 0, spaceSize = 0] =
    version === 1 ? sizes.map((size) => Math.ceil(size / 8) * 8) : sizes;
  const nameAt = version === 3 ? 9 : 8;
  const typeAt = nameAt + nameSize;
  const spaceAt = typeAt + typeSize;
  const valueAt = spaceAt + spaceSize;
  if (nameSize === 0 || typeSize === 0 || valueAt > data.length) return undefined;
  const type = readDatatype(data, typeAt);
  const count = readShape(file, data, spaceAt).reduce((product, length) => product * length, 1);
  const size = valueAt + count * type.size;
  if (size > data.length) return undefined;
  const name = textUntilZero(data.subarray(nameAt, typeAt));
  if (type.kind === 'text') {
    const text = new TextDecoder().decode(data.subarray(valueAt, size)).replace(/\0+/gu, '');
    return { attribute: { name, text, offset: offset + valueAt }, size };
  }
  if (type.kind !== 'variable-text') return { size };
  let text = '';
  let textAt = offset;
  for (let index = 0; index < Math.min(count, MAX_ELEMENTS); index++) {
    const piece = readVariable(file, data, valueAt + index * type.size);
    if (!piece) return { size };
    if (text === '') textAt = piece.offset;
    text += new TextDecoder().decode(piece.bytes);
  }
  return { attribute: { name, text: text.replace(/\0+/gu, ''), offset: textAt }, size };
}

/** A text of variable length: its length, the address of a collection in the global heap, and its number there. */
function readVariable(
  file: Hdf5Bytes,
  data: Uint8Array,
  at: number,
): { readonly bytes: Uint8Array; readonly offset: number } | undefined {
  const address = file.address(data, at + 4);
  const wanted = u32(data, at + 4 + file.offsetSize);
  const head = file.read(address, 8 + file.lengthSize);
  if (String.fromCharCode(...head.subarray(0, 4)) !== 'GCOL') return undefined;
  const end = address + Math.min(file.length(head, 8), MAX_TEXT);
  for (let place = address + 8 + file.lengthSize; place < end;) {
    const object = file.read(place, 8 + file.lengthSize);
    const size = file.length(object, 8);
    const start = place + 8 + file.lengthSize;
    const index = u16(object, 0);
    if (object.length < 8 || index === 0) return undefined;
    if (index === wanted) {
      const length = Math.min(u32(data, at), size, MAX_TEXT);
      return { bytes: file.read(start, length), offset: file.base + start };
    }
    place = start + Math.ceil(size / 8) * 8;
  }
  return undefined;
}
