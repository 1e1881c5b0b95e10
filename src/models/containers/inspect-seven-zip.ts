import { WindowSource, type ByteSource } from '../bytes/byte-source';
import type { Format } from '../formats';
import type { Inspector } from '../inspector';
import { joinPath, type Surroundings } from '../place';
import { openFolder, readSevenZip } from '../seven-zip/read-seven-zip';

/** Inspects the members of a 7z archive, as far as its compression is one that is read here. */
export function inspectSevenZip(inspector: Inspector, source: ByteSource, place: Surroundings): Format {
  const archive = readSevenZip(source, inspector.budget);
  if (!archive) {
    const message =
      'The list of what the 7z archive holds is damaged or encrypted, so that it is not looked into.';
    inspector.tell('incomplete', 'archive', message, place.where);
    inspector.search(source, 0, source.size, 'a 7z archive that is not read', place);
    return '7z';
  }
  let index = 0;
  for (const folder of archive.folders) {
    const content = openFolder(source, folder, inspector.budget);
    if (!content) {
      const methods = folder.coders.map(({ method }) => method).join(' and ');
      const message = `A part of the 7z archive is encrypted, or packed in a way that is not read here (method ${methods}).`;
      inspector.tell('incomplete', 'archive', message, place.where, folder.packed.start);
      index += folder.members.length;
      continue;
    }
    let start = 0;
    for (const size of folder.members) {
      if (!inspector.budget.take('members', 1) || inspector.budget.expired) return '7z';
      // Empty files and folders have names and no data; which name is whose matters little.
      const name = archive.names[index] ?? `member ${index}`;
      const path = joinPath(place.where, name);
      const member = new WindowSource(content, start, size);
      const format = inspector.inspectBytes(member, {
        ...place,
        where: path,
        name,
        depth: place.depth + 1,
        archive: '7z',
      });
      inspector.members.push({ path, format, size: member.size, compressed: true });
      start += size;
      index++;
    }
  }
  return '7z';
}
