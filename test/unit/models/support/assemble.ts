import { deflateSync } from 'fflate';
import { crc32 } from '../../../../src/models/bytes/crc32';

/** Text stands for its characters as bytes, a number for one byte. */
export type Part = string | number | Uint8Array | readonly Part[];

/** Joins parts to bytes. */
export function bytes(...parts: readonly Part[]): Uint8Array {
  const all: number[] = [];
  const add = (part: Part): void => {
    if (typeof part === 'number') all.push(part);
    else if (typeof part === 'string') for (const each of part) all.push(each.charCodeAt(0));
    else for (const each of part) add(each);
  };
  parts.forEach(add);
  return Uint8Array.from(all);
}

export function le(value: number, length: number): Part {
  return Array.from({ length }, (_, at) => Math.floor(value / 256 ** at) % 256);
}

/** Opcodes by what they do, for pickles that no writer would write. */
export const op = {
  proto: (version: number): Part => [0x80, version],
  global: (module: string, name: string): Part => `c${module}\n${name}\n`,
  inst: (module: string, name: string): Part => `i${module}\n${name}\n`,
  text: (text: string): Part => [0x8c, text.length, text],
  binText: (text: string): Part => ['X', le(text.length, 4), text],
  bytes: (content: Uint8Array): Part => ['B', le(content.length, 4), content],
  stackGlobal: (module: string, name: string): Part => [op.text(module), op.text(name), 0x93],
  frame: (length: number): Part => [0x95, le(length, 8)],
  tuple1: 0x85,
  tuple2: 0x86,
  tuple3: 0x87,
  memoize: 0x94,
  newObj: 0x81,
  newObjEx: 0x92,
  call1: (callee: Part, argument: Part): Part => [callee, argument, 0x85, 'R'],
  call2: (callee: Part, first: Part, second: Part): Part => [callee, first, second, 0x86, 'R'],
  list: (...items: readonly Part[]): Part => [']', '(', ...items, 'e'],
} as const;

/** The pickle that everybody shows: protocol 2, `os.system('id')`. */
export const SYSTEM: Uint8Array = bytes(
  op.proto(2),
  op.call1(op.global('os', 'system'), op.binText('id')),
  '.',
);

/** A member for {@link zip}; what is left out is as an honest writer has it. */
export interface TestMember {
  readonly name: string;
  readonly data: Uint8Array;
  readonly deflate?: boolean;
  /** How both headers say that it is compressed. */
  readonly method?: number;
  readonly crc?: number;
  readonly flags?: number;
  readonly centralFlags?: number;
  readonly centralName?: string;
  readonly centralMethod?: number;
  /** It stands in no directory. */
  readonly localOnly?: boolean;
}

/** An archive, with whatever is wrong with its members. */
export function zip(members: readonly TestMember[]): Uint8Array {
  const locals: Part[] = [];
  const centrals: Part[] = [];
  let offset = 0;
  let count = 0;
  for (const member of members) {
    const content = member.deflate ? deflateSync(member.data) : member.data;
    const method = member.method ?? (member.deflate ? 8 : 0);
    const crc = member.crc ?? crc32(member.data);
    const sizes = [le(crc, 4), le(content.length, 4), le(member.data.length, 4)];
    const local = bytes(
      'PK\x03\x04',
      le(20, 2),
      le(member.flags ?? 0, 2),
      le(method, 2),
      le(0, 4),
      sizes,
      le(member.name.length, 2),
      le(0, 2),
      member.name,
      content,
    );
    const name = member.centralName ?? member.name;
    if (!member.localOnly) {
      count++;
      centrals.push([
        'PK\x01\x02',
        le(20, 2),
        le(20, 2),
        le(member.centralFlags ?? member.flags ?? 0, 2),
        le(member.centralMethod ?? method, 2),
        le(0, 4),
        sizes,
        le(name.length, 2),
        le(0, 2),
        le(0, 2),
        le(0, 2),
        le(0, 2),
        le(0, 4),
        le(offset, 4),
        name,
      ]);
    }
    locals.push(local);
    offset += local.length;
  }
  const directory = bytes(centrals);
  return bytes(
    locals,
    directory,
    'PK\x05\x06',
    le(0, 4),
    le(count, 2),
    le(count, 2),
    le(directory.length, 4),
    le(offset, 4),
    le(0, 2),
  );
}
