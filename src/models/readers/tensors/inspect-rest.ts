import { WindowSource, type ByteSource } from '../../bytes/byte-source';
import type { Inspector } from '../../inspector';
import { joinPath, type Surroundings } from '../../place';

/** Inspects the bytes after the last tensor, which no loader reads and no writer writes. */
export function inspectRest(
  inspector: Inspector,
  source: ByteSource,
  place: Surroundings,
  start: number,
): void {
  const size = source.size - start;
  inspector.tell('suspicious', 'hidden', `${size} bytes stand after the last tensor.`, place.where, start);
  const where = joinPath(place.where, `0x${start.toString(16)}`);
  const rest = new WindowSource(source, start, size);
  const format = inspector.inspectBytes(rest, { ...place, where, name: '', depth: place.depth + 1 });
  if (format === undefined) inspector.search(source, start, source.size, 'data after the last tensor', place);
}
