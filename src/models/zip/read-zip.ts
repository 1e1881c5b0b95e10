import type { Budget } from '../budget';
import type { ByteSource } from '../bytes/byte-source';
import { u32 } from '../bytes/numbers';
import { findDirectories, type Directory } from './end-records';
import { uncovered, type Range } from './ranges';
import { LOCAL, readCentralEntry, readLocalHeader, type CentralEntry, type LocalHeader } from './zip-headers';
import type { ZipArchive, ZipMember } from './zip-member';

const CHUNK = 256 * 1024;
/** The header carries neither sizes nor checksum; they follow the data. */
const SIZES_AFTER = 0x8;
/** Longest data descriptor. */
const DESCRIPTOR = 24;

/**
 * Reads an archive from both sides: what its directories name, and what stands in local headers, which some loaders walk and
 * no directory needs to know of. Differences are told; every member of either side is given.
 *
 * @returns undefined when there is no archive
 */
export function readZip(source: ByteSource, budget: Budget): ZipArchive | undefined {
  const directories: Directory[] = [];
  const problems: string[] = [];
  const members = new Map<number, ZipMember>();
  for (const directory of findDirectories(source)) {
    // The last one counts most. An archive that is a member of it, stored as it is, has a directory of its own.
    if ([...members.values()].some((member) => holds(member, directory))) continue;
    directories.push(directory);
    for (const entry of entriesOf(source, directory, budget)) {
      const offset = entry.localOffset + directory.prefix;
      const known = members.get(offset);
      const member = memberOf(offset, readLocalHeader(source, offset), entry);
      if (!known) members.set(offset, member);
      else if (known.name !== entry.name) {
        members.set(offset, {
          ...known,
          problems: [...known.problems, `another directory calls it "${entry.name}"`],
        });
      }
    }
  }
  const covered: Range[] = [
    ...directories.map(({ start, endEnd }): Range => [start, endEnd]),
    ...[...members.values()].map(extentOf),
  ];
  for (const gap of uncovered(covered, source.size)) {
    for (const member of hiddenMembers(source, gap, budget)) {
      members.set(member.offset, member);
      covered.push(extentOf(member));
    }
  }
  if (members.size === 0 && directories.length === 0) return undefined;
  if (directories.length === 0) problems.push('It has no directory at its end.');
  if (directories.length > 1)
    problems.push(`It has ${directories.length} directories; loaders differ in which one they take.`);
  const [last] = directories;
  if (last && last.prefix !== 0) problems.push(`${last.prefix} bytes stand before the archive.`);
  return {
    members: [...members.values()].sort((a, b) => a.offset - b.offset),
    problems: [...problems, ...duplicates(members.values()), ...overlaps(members.values())],
    gaps: uncovered(covered, source.size),
  };
}

function holds({ dataStart, compressedSize }: ZipMember, { endOffset }: Directory): boolean {
  return endOffset >= dataStart && endOffset < dataStart + compressedSize;
}

function* entriesOf(source: ByteSource, directory: Directory, budget: Budget): Generator<CentralEntry> {
  for (let at = directory.start; at < directory.end;) {
    const entry = readCentralEntry(source, at);
    if (!entry || !budget.take('members', 1) || budget.expired) return;
    yield entry;
    at += entry.length;
  }
}

function memberOf(
  offset: number,
  local: LocalHeader | undefined,
  central: CentralEntry | undefined,
): ZipMember {
  const header = central ?? local;
  return {
    name: header?.name ?? '',
    flags: header?.flags ?? 0,
    method: header?.method ?? 0,
    crc: header?.crc ?? 0,
    compressedSize: header?.compressedSize ?? 0,
    size: header?.size ?? 0,
    offset,
    dataStart: local?.dataStart ?? offset + 30 + (header?.name.length ?? 0),
    local,
    central,
    problems: differences(local, central),
  };
}

function differences(local: LocalHeader | undefined, central: CentralEntry | undefined): string[] {
  if (!local) return ['the directory names it, but there is no header where it should stand'];
  if (!central) return ['no directory names it: only loaders that walk the file see it'];
  const sized = (local.flags & SIZES_AFTER) === 0;
  return [
    ...(local.name === central.name ? [] : [`its own header calls it "${local.name}"`]),
    ...(local.method === central.method ? [] : ['header and directory differ in how it is compressed']),
    ...(((local.flags ^ central.flags) & 0x1) === 0
      ? []
      : ['header and directory differ in whether it is encrypted']),
    ...(sized && local.compressedSize !== central.compressedSize
      ? ['header and directory differ in its size']
      : []),
    ...(sized && local.crc !== central.crc && local.crc !== 0
      ? ['header and directory differ in its checksum']
      : []),
  ];
}

function extentOf({ offset, dataStart, compressedSize, flags }: ZipMember): Range {
  return [offset, dataStart + compressedSize + ((flags & SIZES_AFTER) === 0 ? 0 : DESCRIPTOR)];
}

/** Members that stand in a gap with a header of their own. */
function* hiddenMembers(source: ByteSource, [start, end]: Range, budget: Budget): Generator<ZipMember> {
  for (let at = start; at < end;) {
    const found = findSignature(source, at, end, budget);
    if (found === undefined) return;
    const local = readLocalHeader(source, found);
    if (!local || !budget.take('members', 1)) {
      at = found + 4;
      continue;
    }
    const sizesFollow = (local.flags & SIZES_AFTER) !== 0 && local.compressedSize === 0;
    const stop = sizesFollow ? (findSignature(source, local.dataStart, end, budget) ?? end) : 0;
    const member = memberOf(
      found,
      sizesFollow ? { ...local, compressedSize: stop - local.dataStart } : local,
      undefined,
    );
    yield member;
    at = Math.max(found + 4, Math.min(extentOf(member)[1], end));
  }
}

function findSignature(source: ByteSource, start: number, end: number, budget: Budget): number | undefined {
  for (let at = start; at < end; at += CHUNK) {
    if (budget.expired || !budget.take('bytes', CHUNK)) return undefined;
    const bytes = source.read(at, Math.min(CHUNK + 3, end - at));
    for (let found = bytes.indexOf(0x50); found >= 0; found = bytes.indexOf(0x50, found + 1)) {
      if (found < CHUNK && u32(bytes, found) === LOCAL) return at + found;
    }
  }
  return undefined;
}

function duplicates(members: Iterable<ZipMember>): string[] {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const { name } of members) (seen.has(name) ? twice : seen).add(name);
  return [...twice]
    .slice(0, 10)
    .map((name) => `Two members are called "${name}"; loaders differ in which one they take.`);
}

function overlaps(members: Iterable<ZipMember>): string[] {
  const ranges = [...members].map(({ offset, dataStart, compressedSize }): Range => [
    offset,
    dataStart + compressedSize,
  ]);
  ranges.sort((a, b) => a[0] - b[0]);
  const overlap = ranges.some(([start], at) => at > 0 && start < (ranges[at - 1]?.[1] ?? 0));
  return overlap ? ['Members overlap: the same bytes count for two of them.'] : [];
}
