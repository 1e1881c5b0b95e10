import { WindowSource, type ByteSource } from '../bytes/byte-source';
import { crc32 } from '../bytes/crc32';
import type { Codec } from '../bytes/codecs/codec';
import { CompressedSource } from '../bytes/compressed-source';
import type { Format } from '../formats';
import type { Inspector } from '../inspector';
import { joinPath, type Surroundings } from '../place';
import { zipKind } from './archive-kinds';
import { methodName, zipCodec } from '../zip/zip-codecs';
import { readZip } from '../zip/read-zip';
import { STORED, type ZipMember } from '../zip/zip-member';

/** Members of no format have their checksum counted up to this size: a tensor of gigabytes hides no code. */
const CHECKED = 256 * 1024;
/** A member that cannot be decompressed is searched up to this size: it may not be compressed at all. */
const SEARCHED = 16 * 1024 * 1024;
const ENCRYPTED = 0x1;
const TORCH_KINDS: ReadonlySet<Format> = new Set(['torch-zip', 'torchscript', 'torch-package']);
const CODE = /\.(?:py|pyc|pyo|so|pyd|dll|dylib|sh|bat|ps1|exe|js|jar)$/iu;

/**
 * Inspects every member of an archive that any loader may find.
 *
 * @returns what kind of archive it is; undefined when it is none
 */
export function inspectZip(
  inspector: Inspector,
  source: ByteSource,
  place: Surroundings,
): Format | undefined {
  const archive = readZip(source, inspector.budget);
  if (!archive) return undefined;
  const { members, problems, gaps } = archive;
  for (const problem of problems) inspector.tell('suspicious', 'archive', problem, place.where);
  const names = members.map(({ name }) => name);
  const kind = zipKind(names);
  for (const member of members) {
    if (inspector.budget.expired) break;
    inspectMember(inspector, source, member, {
      ...place,
      where: joinPath(place.where, member.name),
      name: member.name,
      depth: place.depth + 1,
      torch: place.torch || TORCH_KINDS.has(kind),
      torchScript: kind === 'torchscript',
      archive: kind,
    });
  }
  for (const [start, end] of gaps) tellGap(inspector, source, start, end, place);
  const read = new Set(inspector.members.flatMap(({ path, format }) => (format === undefined ? [] : [path])));
  const code = names.filter((name) => CODE.test(name) && !read.has(joinPath(place.where, name)));
  if (code.length > 0) {
    inspector.tell(
      'incomplete',
      'format',
      `It carries code that this version does not look into: ${code.slice(0, 3).join(', ')}${code.length > 3 ? ` and ${code.length - 3} more` : ''}.`,
      place.where,
    );
  }
  return kind;
}

function inspectMember(
  inspector: Inspector,
  source: ByteSource,
  member: ZipMember,
  place: Surroundings,
): void {
  for (const problem of member.problems) {
    inspector.tell(
      'suspicious',
      'archive',
      `The member "${member.name}": ${problem}.`,
      place.where,
      member.offset,
    );
  }
  if (/^[\\/]|(?:^|[\\/])\.\.(?:[\\/]|$)/u.test(member.name)) {
    inspector.tell(
      'suspicious',
      'archive',
      `The member "${member.name}" leads out of the archive.`,
      place.where,
      member.offset,
    );
  }
  if (member.name.endsWith('/') && member.compressedSize === 0) return;
  // Each side's word counts: loaders believe one or the other.
  const methods = new Set([member.method, member.local?.method ?? member.method]);
  let format: Format | undefined;
  for (const method of methods) {
    const bytes = bytesOf(inspector, source, member, method, place);
    if (!bytes) continue;
    format = inspector.inspectBytes(bytes, place) ?? format;
    inspector.members.push({ path: place.where, format, size: bytes.size, compressed: method !== STORED });
    if (format !== undefined || bytes.size <= CHECKED) checkSum(inspector, bytes, member, place);
  }
  const flagged = ((member.flags | (member.local?.flags ?? 0)) & ENCRYPTED) !== 0;
  if (flagged) {
    inspector.tell(
      format === undefined ? 'incomplete' : 'suspicious',
      'encrypted',
      format === undefined
        ? `The member "${member.name}" is encrypted and was not looked into.`
        : `The member "${member.name}" is marked as encrypted and is not, which hides it from scanners.`,
      place.where,
      member.offset,
    );
  }
}

function bytesOf(
  inspector: Inspector,
  source: ByteSource,
  member: ZipMember,
  method: number,
  place: Surroundings,
): ByteSource | undefined {
  const stored = new WindowSource(
    source,
    member.dataStart,
    Math.max(member.compressedSize, member.local?.compressedSize ?? 0),
  );
  if (method === STORED) return stored;
  const codec: Codec | undefined = zipCodec(method, Math.max(member.size, member.local?.size ?? 0));
  if (codec) {
    const plain = new CompressedSource(stored, codec, inspector.budget);
    if (plain.problem !== undefined) {
      inspector.tell(
        plain.unread ? 'incomplete' : 'suspicious',
        'archive',
        `The member "${member.name}": ${plain.problem}.`,
        place.where,
        member.offset,
      );
    }
    return plain;
  }
  inspector.tell(
    'incomplete',
    'archive',
    `The member "${member.name}" was not looked into: ${methodName(method)} is not read here. Unpack it, and inspect what comes out.`,
    place.where,
    member.offset,
  );
  inspector.search(stored, 0, Math.min(stored.size, SEARCHED), 'a member that is not read', place);
  return undefined;
}

function checkSum(inspector: Inspector, bytes: ByteSource, member: ZipMember, place: Surroundings): void {
  const crc = bytes instanceof CompressedSource ? bytes.crc : checksumOf(bytes);
  if (crc === member.crc || (member.crc === 0 && member.central === undefined)) return;
  inspector.tell(
    'suspicious',
    'archive',
    `The member "${member.name}" has a wrong checksum: some loaders refuse it, others do not look.`,
    place.where,
    member.offset,
  );
}

function checksumOf(bytes: ByteSource): number {
  let crc = 0;
  for (let at = 0; at < bytes.size; at += CHECKED) crc = crc32(bytes.read(at, CHECKED), crc);
  return crc;
}

/** Bytes that belong to no member. Padding is nothing to speak of. */
function tellGap(
  inspector: Inspector,
  source: ByteSource,
  start: number,
  end: number,
  place: Surroundings,
): void {
  const head = source.read(start, Math.min(end - start, 65536));
  if (head.every((byte) => byte === 0)) return;
  const at =
    start === 0
      ? 'before the archive'
      : end === source.size
        ? 'after the archive'
        : 'between the members of the archive';
  inspector.tell(
    'suspicious',
    'polyglot',
    `${end - start} bytes stand ${at} that belong to none of its members.`,
    place.where,
    start,
  );
  const part = new WindowSource(source, start, end - start);
  const format = inspector.inspectBytes(part, {
    ...place,
    where: joinPath(place.where, `0x${start.toString(16)}`),
    depth: place.depth + 1,
    name: '',
  });
  if (format === undefined) inspector.search(source, start, end, `data ${at}`, place);
}
