import type { ByteSource } from '../../bytes/byte-source';
import type { Format } from '../../formats';
import type { Inspector } from '../../inspector';
import type { Surroundings } from '../../place';
import type { Candidate, FormatReader } from '../format-reader';
import { inspectPython } from './inspect-python';

/**
 * A reader of the Python code in archives of one kind.
 *
 * @param when when that code runs, as the rest of a sentence
 */
export function archivedCodeReader(archive: Format, names: RegExp, when: string): FormatReader {
  return {
    recognises: ({ place }: Candidate) => place.archive === archive && names.test(place.name),
    inspect(inspector: Inspector, source: ByteSource, place: Surroundings): Format {
      inspectPython(inspector, source, place, when);
      return 'python';
    },
  };
}
