import type { ByteSource } from '../../bytes/byte-source';
import type { Format } from '../../formats';
import type { Inspector } from '../../inspector';
import type { Surroundings } from '../../place';
import type { Candidate, FormatReader } from '../format-reader';
import { inspectPython } from '../python/inspect-python';

/** Reads the Python code in a TorchServe archive: the handler and what it imports run in the server. */
export const marCodeReader: FormatReader = {
  recognises({ place }: Candidate): boolean {
    return place.archive === 'mar' && /\.py$/iu.test(place.name);
  },

  inspect(inspector: Inspector, source: ByteSource, place: Surroundings): Format {
    inspectPython(inspector, source, place, 'in the server that loads the model');
    return 'python';
  },
};
