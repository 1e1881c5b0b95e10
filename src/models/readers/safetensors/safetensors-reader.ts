import type { ByteSource } from '../../bytes/byte-source';
import { u64 } from '../../bytes/numbers';
import type { Format } from '../../formats';
import type { Inspector } from '../../inspector';
import { parseJson } from '../../json/parse-json';
import { repeatedKeys } from '../../json/json-value';
import { decodeUtf8 } from '../../pickle/pickle-text';
import type { Surroundings } from '../../place';
import type { Candidate, FormatReader } from '../format-reader';
import { readTensors } from './read-tensors';

/** The format's own limit of the header. */
const MAX_HEADER = 100_000_000;
/** Larger headers are read up to here: the largest models have a few megabytes. */
const READ_HEADER = 32 * 1024 * 1024;
const PREFIX = 8;
const TOLD = 20;

/**
 * Reads safetensors: eight bytes of length, a header in JSON, then numbers. Whatever the format does not allow is told: it is
 * damage, or something hidden, and loaders differ in what they make of it.
 */
export const safetensorsReader: FormatReader = {
  recognises({ source, head, place }: Candidate): boolean {
    const size = u64(head, 0);
    const named = /\.safetensors$/iu.test(place.name);
    const opening = /^\{\s*["}]/u.test(String.fromCharCode(...head.subarray(PREFIX, PREFIX + 16)));
    if (opening)
      return named || size <= MAX_HEADER || (!isText(head.subarray(0, PREFIX)) && size > source.size);
    return named && size > 0 && size <= source.size - PREFIX && size <= MAX_HEADER && head[5] === 0;
  },

  inspect(inspector: Inspector, source: ByteSource, place: Surroundings): Format {
    const tell = (message: string, at = 0): void => {
      inspector.tell('suspicious', 'header', message, place.where, at);
    };
    const claimed = u64(source.read(0, PREFIX), 0);
    const size = Math.min(claimed, source.size - PREFIX);
    if (claimed > size) tell(`The header says that it has ${claimed} bytes; the file has ${size}.`);
    else if (claimed > MAX_HEADER)
      tell(`The header is larger than the ${MAX_HEADER} bytes that the format allows.`);
    if (size > READ_HEADER) {
      inspector.tell('incomplete', 'limit', 'The header is too large to be read here.', place.where);
      return 'safetensors';
    }
    inspector.budget.take('bytes', size);
    const bytes = source.read(PREFIX, size);
    const text = decodeUtf8(bytes, 0, bytes.length);
    if (text === undefined) {
      tell('The header is not valid UTF-8.', PREFIX);
      inspector.search(source, PREFIX, source.size, 'data that is no header', place);
      return 'safetensors';
    }
    if (!text.startsWith('{')) tell('The header does not begin with an object.', PREFIX);
    const { root, end, problem } = parseJson(text);
    if (root?.kind !== 'object') {
      tell(`The header is not valid JSON: ${problem ?? 'it is no object'}.`, PREFIX + end);
      inspector.search(source, PREFIX, source.size, 'data that is no header', place);
      return 'safetensors';
    }
    if (end < text.length)
      tell(`${text.length - end} characters stand in the header after its end.`, PREFIX + end);
    let count = 0;
    for (const { key, at } of repeatedKeys(root)) {
      if (count++ < TOLD)
        tell(
          `"${key.slice(0, 100)}" is in the header twice: loaders differ in which they take.`,
          PREFIX + at,
        );
    }
    if (claimed <= size) readTensors(inspector, source, place, root.entries, PREFIX + size);
    return 'safetensors';
  },
};

function isText(bytes: Uint8Array): boolean {
  return bytes.every((byte) => (byte >= 0x20 && byte < 0x7f) || (byte >= 9 && byte <= 13));
}
