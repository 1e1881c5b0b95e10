import type { ByteSource } from '../bytes/byte-source';
import { u16, u32, u64 } from '../bytes/numbers';
import { CENTRAL, END } from './zip-headers';

/** Honest comments end within 64 kB; more is read to see a second end record. */
const TAIL = 1024 * 1024;
const END64 = 0x06064b50;
const LOCATOR64 = 0x07064b50;

/** Where a directory stands, by one end record. */
export interface Directory {
  readonly start: number;
  readonly end: number;
  readonly entries: number;
  /** What has to be added to offsets: bytes stand before the archive. */
  readonly prefix: number;
  /** Of the end record, and where it ends with its comment. */
  readonly endOffset: number;
  readonly endEnd: number;
}

/** The directories that end records point to, the last of the file first. Loaders differ in which one they take. */
export function findDirectories(source: ByteSource): Directory[] {
  const base = Math.max(0, source.size - TAIL);
  const tail = source.read(base, TAIL).slice();
  const found: Directory[] = [];
  for (let at = tail.length - 22; at >= 0; at--) {
    if (tail[at] !== 0x50 || u32(tail, at) !== END) continue;
    const directory = readEnd(source, base + at, tail.subarray(at, at + 22));
    if (directory) found.push(directory);
  }
  return found;
}

function readEnd(source: ByteSource, offset: number, record: Uint8Array): Directory | undefined {
  const endEnd = offset + 22 + u16(record, 20);
  const wide = readEnd64(source, offset);
  const entries = wide?.entries ?? u16(record, 10);
  const size = wide?.size ?? u32(record, 12);
  const claimed = wide?.offset ?? u32(record, 16);
  // The directory ends where its end record begins; where it claims to stand tells what was put before the archive.
  const start = (wide?.start ?? offset) - size;
  for (const [candidate, prefix] of [
    [start, start - claimed],
    [claimed, 0],
  ] as const) {
    if (candidate < 0 || (size > 0 && u32(source.read(candidate, 4), 0) !== CENTRAL)) continue;
    return { start: candidate, end: candidate + size, entries, prefix, endOffset: offset, endEnd };
  }
  return undefined;
}

interface Wide {
  readonly start: number;
  readonly entries: number;
  readonly size: number;
  readonly offset: number;
}

function readEnd64(source: ByteSource, endOffset: number): Wide | undefined {
  if (endOffset < 76) return undefined;
  if (u32(source.read(endOffset - 20, 20), 0) !== LOCATOR64) return undefined;
  const start = endOffset - 76;
  const record = source.read(start, 56).slice();
  if (u32(record, 0) !== END64) return undefined;
  return { start, entries: u64(record, 32), size: u64(record, 40), offset: u64(record, 48) };
}
