import type { SevenZipFields } from './seven-zip-fields';

/** One step of a compression. */
export interface Coder {
  /** In hexadecimal digits: `030101`. */
  readonly method: string;
  readonly properties: Uint8Array;
}

/** What is compressed as one; several members may lie in it, one after the other. */
export interface Folder {
  readonly coders: readonly Coder[];
  /** Sizes of what the coders give. */
  readonly unpacked: number[];
  readonly packed: { readonly start: number; readonly size: number };
  /** Sizes of the members in it. */
  members: readonly number[];
  /** Its checksum stands with it. */
  checked: boolean;
}

const ID = { end: 0, pack: 6, unpack: 7, sub: 8, size: 9, crc: 10, folder: 11, unpackSize: 12, count: 13 };
const MAX = 100_000;

/** Where the compressed data stands, and how: `StreamsInfo` of https://www.7-zip.org/sdk.html (7zFormat.txt). */
export function readStreams(fields: SevenZipFields): Folder[] {
  let start = 0;
  let sizes: readonly number[] = [];
  let folders: Folder[] = [];
  for (let id = fields.number(); id !== ID.end && !fields.failed(); id = fields.number()) {
    if (id === ID.pack) {
      start = fields.number();
      sizes = readSizes(fields);
    } else if (id === ID.unpack) {
      folders = readFolders(fields, 32 + start, sizes);
    } else if (id === ID.sub) {
      readMembers(fields, folders);
    } else {
      fields.fail();
    }
  }
  return folders;
}

function readSizes(fields: SevenZipFields): readonly number[] {
  const count = Math.min(fields.number(), MAX);
  let sizes: number[] = [];
  for (let id = fields.number(); id !== ID.end && !fields.failed(); id = fields.number()) {
    if (id === ID.size) sizes = Array.from({ length: count }, () => fields.number());
    else if (id === ID.crc) skipChecksums(fields, count);
    else fields.fail();
  }
  return sizes;
}

function readFolders(fields: SevenZipFields, start: number, sizes: readonly number[]): Folder[] {
  const folders: Folder[] = [];
  let next = 0;
  let at = start;
  for (let id = fields.number(); id !== ID.end && !fields.failed(); id = fields.number()) {
    if (id === ID.folder) {
      const count = Math.min(fields.number(), MAX);
      fields.byte();
      for (let index = 0; index < count && !fields.failed(); index++) {
        const { coders, inputs } = readCoders(fields);
        const size = sizes[next] ?? 0;
        folders.push({ coders, unpacked: [], packed: { start: at, size }, members: [], checked: false });
        for (let each = 0; each < inputs; each++) at += sizes[next++] ?? 0;
      }
    } else if (id === ID.unpackSize) {
      for (const { coders, unpacked } of folders) for (const _ of coders) unpacked.push(fields.number());
    } else if (id === ID.crc) {
      const defined = skipChecksums(fields, folders.length);
      for (const [index, folder] of folders.entries()) folder.checked = defined[index] === true;
    } else {
      fields.fail();
    }
  }
  for (const folder of folders) folder.members = [Math.max(0, ...folder.unpacked)];
  return folders;
}

/** @returns the coders, and how many compressed streams they begin with */
function readCoders(fields: SevenZipFields): { coders: Coder[]; inputs: number } {
  const coders: Coder[] = [];
  let ins = 0;
  let outs = 0;
  for (let left = Math.min(fields.number(), 32); left > 0 && !fields.failed(); left--) {
    const flags = fields.byte();
    const method = Array.from(fields.take(flags & 15), (byte) => byte.toString(16).padStart(2, '0')).join('');
    ins += (flags & 16) === 0 ? 1 : fields.number();
    outs += (flags & 16) === 0 ? 1 : fields.number();
    coders.push({
      method,
      properties: (flags & 32) === 0 ? new Uint8Array(0) : fields.take(fields.number()),
    });
  }
  const bound = Math.max(0, Math.min(outs, 64) - 1);
  for (let left = bound * 2; left > 0; left--) fields.number();
  const inputs = Math.max(1, Math.min(ins, 64) - bound);
  if (inputs > 1) for (let left = inputs; left > 0; left--) fields.number();
  return { coders, inputs };
}

function readMembers(fields: SevenZipFields, folders: readonly Folder[]): void {
  let counts = folders.map(() => 1);
  for (let id = fields.number(); id !== ID.end && !fields.failed(); id = fields.number()) {
    if (id === ID.count) {
      counts = folders.map(() => Math.min(fields.number(), MAX));
      for (const [at, folder] of folders.entries()) if (counts[at] === 0) folder.members = [];
    } else if (id === ID.size) {
      for (const [at, folder] of folders.entries()) {
        const whole = folder.members[0] ?? 0;
        const given = Array.from({ length: Math.max(0, (counts[at] ?? 1) - 1) }, () => fields.number());
        const rest = whole - given.reduce((sum, size) => sum + size, 0);
        folder.members = counts[at] === 0 ? [] : [...given, Math.max(0, rest)];
      }
    } else if (id === ID.crc) {
      const known = (folder: Folder): boolean => folder.members.length === 1 && folder.checked;
      skipChecksums(
        fields,
        folders.reduce((sum, folder) => sum + (known(folder) ? 0 : folder.members.length), 0),
      );
    } else {
      fields.fail();
    }
  }
}

/** @returns which of them there are */
function skipChecksums(fields: SevenZipFields, count: number): readonly boolean[] {
  const defined = fields.bits(Math.min(count, MAX), true);
  fields.take(defined.filter((bit) => bit).length * 4);
  return defined;
}
