import { WindowSource, type ByteSource } from '../bytes/byte-source';
import type { Format } from '../formats';
import type { Inspector } from '../inspector';
import { joinPath, type Surroundings } from '../place';
import { tarKind } from './archive-kinds';
import { readTar, type TarMember } from './read-tar';

const BLOCK = 512;
const OUTSIDE = /^\/|(?:^|[\\/])\.\.(?:[\\/]|$)/u;

/**
 * Inspects every member of a tar archive.
 *
 * @returns what kind of archive it is
 */
export function inspectTar(inspector: Inspector, source: ByteSource, place: Surroundings): Format {
  const members = [...readTar(source, inspector.budget)];
  const kind = tarKind(members.map(({ name }) => name));
  for (const member of members) {
    const path = joinPath(place.where, member.name);
    if (OUTSIDE.test(member.name) || OUTSIDE.test(member.link ?? '')) {
      inspector.tell(
        'suspicious',
        'archive',
        `The member "${member.name}" leads out of the archive.`,
        path,
        member.start,
      );
    }
    const bytes = new WindowSource(source, member.start, member.size);
    const format = inspector.inspectBytes(bytes, {
      ...place,
      where: path,
      name: member.name,
      depth: place.depth + 1,
      torch: true,
      archive: kind,
    });
    inspector.members.push({ path, format, size: member.size, compressed: false });
  }
  const last = members.at(-1);
  if (last && last.start + last.size > source.size) {
    inspector.tell(
      'suspicious',
      'archive',
      'The archive ends before its last member does.',
      place.where,
      source.size,
    );
  }
  if (members.length > 0 && !inspector.budget.expired) inspectRest(inspector, source, last, place);
  return kind;
}

/** Blocks of zeros end an archive; programs that unpack it read nothing behind them. */
function inspectRest(
  inspector: Inspector,
  source: ByteSource,
  last: TarMember | undefined,
  place: Surroundings,
): void {
  let start = last ? last.start + Math.ceil(last.size / BLOCK) * BLOCK : 0;
  while (start < source.size && source.read(start, BLOCK).every((byte) => byte === 0)) start += BLOCK;
  if (start >= source.size || inspector.budget.reached.includes('members')) return;
  const length = source.size - start;
  inspector.tell(
    'suspicious',
    'polyglot',
    `${length} bytes stand after the archive that belong to none of its members.`,
    place.where,
    start,
  );
  const format = inspector.inspectBytes(new WindowSource(source, start, length), {
    ...place,
    where: joinPath(place.where, `0x${start.toString(16)}`),
    depth: place.depth + 1,
    name: '',
  });
  if (format === undefined) inspector.search(source, start, source.size, 'data after the archive', place);
}
