import { WindowSource, type ByteSource } from '../bytes/byte-source';
import { CODECS, type Compression } from '../bytes/codecs/codecs';
import { CompressedSource } from '../bytes/compressed-source';
import { FORMATS, type Format } from '../formats';
import type { Inspector } from '../inspector';
import { joinPath, type Surroundings } from '../place';

/** Formats whose first bytes say little: a tensor may begin like them. */
const DOUBTFUL: readonly Compression[] = ['zlib', 'lzma'];

/**
 * Inspects what is compressed in a file or member, whatever it is.
 *
 * @returns undefined when nothing comes out of it: then it only looks like compressed data
 */
export function inspectCompressed(
  inspector: Inspector,
  source: ByteSource,
  compression: Compression,
  place: Surroundings,
): Format | undefined {
  const inner = new CompressedSource(source, CODECS[compression], inspector.budget);
  const path = joinPath(place.where, compression);
  if (inner.size === 0) {
    if (!inner.unread) return undefined;
    inspector.tell('incomplete', 'archive', `It is not looked into: ${inner.problem ?? ''}.`, path);
    return compression;
  }
  const format = inspector.inspectBytes(inner, { ...place, where: path, depth: place.depth + 1 });
  const hidden = format === undefined && inspector.search(inner, 0, inner.size, 'compressed data', place);
  const found = format !== undefined || hidden;
  // Bytes that come out by chance make no sense; something that does shows that it is compressed data.
  const doubtful = DOUBTFUL.includes(compression) && !inner.bomb;
  if (inner.problem !== undefined && !found && doubtful) return undefined;
  inspector.members.push({ path, format, size: inner.size, compressed: true });
  if (inner.problem !== undefined) {
    const what = `${FORMATS[compression]} data: ${inner.problem}.`;
    inspector.tell(inner.unread ? 'incomplete' : 'suspicious', 'archive', what, path);
  }
  if (!found) {
    inspector.tell(
      'incomplete',
      'format',
      'What is compressed in it is no model format that is known here.',
      path,
    );
  }
  inspectRest(inspector, source, inner.taken, place);
  return compression;
}

/** Compressed data is searched up to this size where its decoder does not tell where it ends. */
const SEARCHED = 16 * 1024 * 1024;

/** Nothing decompresses what stands behind the end; something else may read it. */
function inspectRest(inspector: Inspector, source: ByteSource, start: number, place: Surroundings): void {
  const length = source.size - start;
  if (length <= 0) {
    const end = Math.min(source.size, SEARCHED);
    inspector.search(source, 0, end, 'compressed data, where nothing decompresses it', place);
    return;
  }
  const rest = new WindowSource(source, start, length);
  if (rest.read(0, 4096).every((byte) => byte === 0)) return;
  const what = 'data after the end of the compressed data';
  const format = inspector.inspectBytes(rest, {
    ...place,
    where: joinPath(place.where, `0x${start.toString(16)}`),
    depth: place.depth + 1,
    name: '',
  });
  if (format === undefined) inspector.search(source, start, source.size, what, place);
}
