import { u16, u32 } from '../../bytes/numbers';
import { NOWHERE, unsigned, type Hdf5Bytes } from './hdf5-bytes';

export const MESSAGE = {
  dataspace: 0x1,
  linkInfo: 0x2,
  datatype: 0x3,
  link: 0x6,
  externalFiles: 0x7,
  layout: 0x8,
  attribute: 0xc,
  continuation: 0x10,
  symbolTable: 0x11,
  attributeInfo: 0x15,
} as const;

/** A message of an object header: one thing that is said about the object. */
export interface HeaderMessage {
  readonly type: number;
  /** It stands somewhere else, for several objects. */
  readonly shared: boolean;
  readonly data: Uint8Array;
  /** Where it is in the file. */
  readonly offset: number;
}

const MAX_MESSAGES = 20_000;
const MAX_BLOCKS = 2000;
const MAX_BLOCK = 16 * 1024 * 1024;

/** The messages of the object at `address`; undefined when there is none. */
export function readObjectHeader(file: Hdf5Bytes, address: number): HeaderMessage[] | undefined {
  if (address === NOWHERE) return undefined;
  const start = file.read(address, 32);
  const messages: HeaderMessage[] = [];
  if (String.fromCharCode(...start.subarray(0, 4)) === 'OHDR')
    return readVersion2(file, address, start, messages);
  if (start[0] !== 1 || start.length < 16) return undefined;
  const blocks: [address: number, length: number][] = [[address + 16, u32(start, 8)]];
  for (let at = 0; at < blocks.length && at < MAX_BLOCKS; at++) {
    const [block = 0, length = 0] = blocks[at] ?? [];
    const bytes = file.read(block, Math.min(length, MAX_BLOCK));
    for (let place = 0; place + 8 <= bytes.length && messages.length < MAX_MESSAGES;) {
      const size = u16(bytes, place + 2);
      const data = bytes.subarray(place + 8, place + 8 + size);
      const shared = ((bytes[place + 4] ?? 0) & 2) !== 0;
      keep(
        file,
        { type: u16(bytes, place), shared, data, offset: file.base + block + place },
        messages,
        blocks,
      );
      place += 8 + size;
    }
  }
  return messages;
}

function readVersion2(
  file: Hdf5Bytes,
  address: number,
  start: Uint8Array,
  messages: HeaderMessage[],
): HeaderMessage[] {
  const flags = start[5] ?? 0;
  const sizeBytes = 2 ** (flags & 3);
  const sizeAt = 6 + (flags & 0x20 ? 16 : 0) + (flags & 0x10 ? 4 : 0);
  const first = sizeAt + sizeBytes;
  const blocks: [address: number, length: number][] = [[address + first, unsigned(start, sizeAt, sizeBytes)]];
  const head = flags & 4 ? 6 : 4;
  for (let at = 0; at < blocks.length && at < MAX_BLOCKS; at++) {
    const [block = 0, length = 0] = blocks[at] ?? [];
    // A continuation begins with a signature and ends with a checksum.
    const bytes =
      at === 0
        ? file.read(block, Math.min(length, MAX_BLOCK))
        : file.read(block + 4, Math.min(length - 8, MAX_BLOCK));
    for (let place = 0; place + head <= bytes.length && messages.length < MAX_MESSAGES;) {
      const size = u16(bytes, place + 1);
      const data = bytes.subarray(place + head, place + head + size);
      const shared = ((bytes[place + 3] ?? 0) & 2) !== 0;
      keep(
        file,
        { type: bytes[place] ?? 0, shared, data, offset: file.base + block + place },
        messages,
        blocks,
      );
      place += head + size;
    }
  }
  return messages;
}

function keep(
  file: Hdf5Bytes,
  message: HeaderMessage,
  messages: HeaderMessage[],
  blocks: [address: number, length: number][],
): void {
  if (message.type !== MESSAGE.continuation) messages.push(message);
  else blocks.push([file.address(message.data, 0), file.length(message.data, file.offsetSize)]);
}
