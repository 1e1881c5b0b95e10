import type { ByteSource } from '../../bytes/byte-source';
import type { Format } from '../../formats';
import type { Inspector } from '../../inspector';
import type { Surroundings } from '../../place';
import type { Candidate, FormatReader } from '../format-reader';
import { inspectPython } from '../python/inspect-python';

/** Reads the Python modules in an archive of torch.package: loading a model from it imports them. */
export const packageReader: FormatReader = {
  recognises({ place }: Candidate): boolean {
    return place.archive === 'torch-package' && /\.py$/u.test(place.name);
  },

  inspect(inspector: Inspector, source: ByteSource, place: Surroundings): Format {
    inspectPython(inspector, source, place, 'when a model is loaded from the package');
    return 'python';
  },
};
