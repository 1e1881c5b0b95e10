import type { ByteSource } from '../bytes/byte-source';
import { u16, u32, u64 } from '../bytes/numbers';
import type { ZipHeader } from './zip-member';

export const LOCAL = 0x04034b50;
export const CENTRAL = 0x02014b50;
export const END = 0x06054b50;
const FULL = 0xffffffff;

export interface LocalHeader extends ZipHeader {
  readonly dataStart: number;
}

export interface CentralEntry extends ZipHeader {
  readonly localOffset: number;
  /** Bytes that the entry takes. */
  readonly length: number;
}

export function readLocalHeader(source: ByteSource, offset: number): LocalHeader | undefined {
  const head = source.read(offset, 30).slice();
  if (head.length < 30 || u32(head, 0) !== LOCAL) return undefined;
  const nameLength = u16(head, 26);
  const extraLength = u16(head, 28);
  const rest = source.read(offset + 30, nameLength + extraLength).slice();
  const sizes = wideSizes(rest.subarray(nameLength), [u32(head, 22), u32(head, 18)]);
  return {
    name: nameOf(rest.subarray(0, nameLength)),
    flags: u16(head, 6),
    method: u16(head, 8),
    crc: u32(head, 14),
    size: sizes[0] ?? 0,
    compressedSize: sizes[1] ?? 0,
    dataStart: offset + 30 + nameLength + extraLength,
  };
}

export function readCentralEntry(source: ByteSource, offset: number): CentralEntry | undefined {
  const head = source.read(offset, 46).slice();
  if (head.length < 46 || u32(head, 0) !== CENTRAL) return undefined;
  const nameLength = u16(head, 28);
  const extraLength = u16(head, 30);
  const rest = source.read(offset + 46, nameLength + extraLength).slice();
  const sizes = wideSizes(rest.subarray(nameLength), [u32(head, 24), u32(head, 20), u32(head, 42)]);
  return {
    name: nameOf(rest.subarray(0, nameLength)),
    flags: u16(head, 8),
    method: u16(head, 10),
    crc: u32(head, 16),
    size: sizes[0] ?? 0,
    compressedSize: sizes[1] ?? 0,
    localOffset: sizes[2] ?? 0,
    length: 46 + nameLength + extraLength + u16(head, 32),
  };
}

/** Sizes over 4 GB stand in an extra field, in order, each only where the plain one is full. */
function wideSizes(extra: Uint8Array, plain: readonly number[]): readonly number[] {
  for (let at = 0; at + 4 <= extra.length; at += 4 + u16(extra, at + 2)) {
    if (u16(extra, at) !== 1) continue;
    let next = at + 4;
    return plain.map((value) => {
      if (value !== FULL || next + 8 > extra.length) return value;
      next += 8;
      return u64(extra, next - 8);
    });
  }
  return plain;
}

function nameOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
