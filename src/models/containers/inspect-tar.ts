import { WindowSource, type ByteSource } from '../bytes/byte-source';
import type { Format } from '../formats';
import type { Inspector } from '../inspector';
import { joinPath, type Surroundings } from '../place';
import { tarKind } from './archive-kinds';
import { readTar } from './read-tar';

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
  return kind;
}
