import type { ByteSource } from '../../bytes/byte-source';
import type { Format } from '../../formats';
import type { Inspector } from '../../inspector';
import { decodeUtf8 } from '../../pickle/pickle-text';
import type { Surroundings } from '../../place';
import type { Candidate, FormatReader } from '../format-reader';
import { findOperators } from './find-operators';

const MAX_SIZE = 16 * 1024 * 1024;
const TOLD = 50;

/** Reads the code of a TorchScript archive: a small language whose reach is that of its operators. */
export const torchscriptReader: FormatReader = {
  recognises({ place }: Candidate): boolean {
    return place.archive === 'torchscript' && /(?:^|\/)code\/.*\.py$/u.test(place.name);
  },

  inspect(inspector: Inspector, source: ByteSource, { where }: Surroundings): Format {
    const bytes = source.read(0, MAX_SIZE);
    inspector.budget.take('bytes', bytes.length);
    const text = decodeUtf8(bytes, 0, bytes.length);
    if (text === undefined) {
      inspector.tell('suspicious', 'code', 'Its code is not valid UTF-8.', where);
      return 'torchscript-code';
    }
    inspector.facts.addText({ title: where, language: 'python', text, where, offset: 0 });
    let told = 0;
    for (const { verdict, message, code, offset } of findOperators(text)) {
      if (told++ >= TOLD) break;
      inspector.findings.add({ verdict, rule: 'operator', message, code, where, offset });
    }
    if (source.size > MAX_SIZE)
      inspector.tell('incomplete', 'limit', 'The code is too long to be looked at as a whole.', where);
    return 'torchscript-code';
  },
};
