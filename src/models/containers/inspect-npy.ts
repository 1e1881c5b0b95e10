import { WindowSource, type ByteSource } from '../bytes/byte-source';
import type { Format } from '../formats';
import type { Inspector } from '../inspector';
import { looksLikePickle } from '../pickle/looks-like-pickle';
import { joinPath, type Surroundings } from '../place';
import { readNpyHeader } from './npy-header';

const VERSIONS = ['1.0', '2.0', '3.0'];

/** Inspects a NumPy array: one of Python objects holds a pickle. */
export function inspectNpy(inspector: Inspector, source: ByteSource, place: Surroundings): Format {
  const { objects, dataStart, version, type, shape } = readNpyHeader(source);
  const data = new WindowSource(source, dataStart, source.size - dataStart);
  if (dataStart > source.size) {
    inspector.tell('suspicious', 'header', 'The header of the array is longer than the file.', place.where);
    inspector.search(source, 0, source.size, 'the header of an array', place);
    return 'npy';
  }
  if (shape) {
    const name = place.name.slice(place.name.lastIndexOf('/') + 1).replace(/\.npy$/u, '');
    inspector.facts.addTensor({ name, shape, type, where: place.where, size: data.size });
  }
  const known = VERSIONS.includes(version);
  if (!known) {
    const message = `A NumPy array of version ${version}, which nobody writes.`;
    inspector.tell('suspicious', 'format', message, place.where);
  }
  if (objects || !known) {
    const message = 'The array holds Python objects: NumPy loads them as a pickle.';
    inspector.tell('safe', 'format', message, place.where);
    if (data.size > 0)
      inspector.inspectPickle(data, { ...place, where: joinPath(place.where, 'objects') }, !objects);
  } else if (looksLikePickle(data, inspector.budget)) {
    inspector.inspectPickle(data, { ...place, where: joinPath(place.where, 'data') }, true);
  }
  return 'npy';
}
