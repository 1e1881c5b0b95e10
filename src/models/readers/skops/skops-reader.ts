import type { ByteSource } from '../../bytes/byte-source';
import type { Format } from '../../formats';
import type { Inspector } from '../../inspector';
import { parseJson } from '../../json/parse-json';
import { member, stringOf, valuesWithin } from '../../json/json-value';
import { decodeUtf8 } from '../../pickle/pickle-text';
import type { Surroundings } from '../../place';
import type { Candidate, FormatReader } from '../format-reader';
import { judgeNode } from './judge-node';

const MAX_SIZE = 64 * 1024 * 1024;
const TOLD = 100;

/** Reads `schema.json` of an archive of skops: a tree of objects, each with the class that is made for it. */
export const skopsReader: FormatReader = {
  recognises({ source, place }: Candidate): boolean {
    return place.archive === 'skops' && /(?:^|\/)schema\.json$/u.test(place.name) && source.size <= MAX_SIZE;
  },

  inspect(inspector: Inspector, source: ByteSource, { where }: Surroundings): Format | undefined {
    const bytes = source.read(0, MAX_SIZE);
    const text = decodeUtf8(bytes, 0, bytes.length);
    const { root, problem } =
      text === undefined ? { root: undefined, problem: undefined } : parseJson(text, true);
    if (!root) {
      inspector.tell(
        'suspicious',
        'format',
        `The schema is not valid JSON${problem === undefined ? '' : `: ${problem}`}.`,
        where,
      );
      return 'skops-schema';
    }
    if (member(root, '__loader__') === undefined && member(root, '_skops_version') === undefined)
      return undefined;
    inspector.budget.take('bytes', source.size);
    const version = stringOf(member(root, '_skops_version'));
    if (version !== undefined) inspector.facts.addProperty({ name: 'skops version', value: version, where });
    const told = new Set<string>();
    for (const value of valuesWithin(root)) {
      if (inspector.budget.expired || told.size >= TOLD) break;
      for (const { verdict, message, code } of judgeNode(inspector.names, value)) {
        if (told.has(message)) continue;
        told.add(message);
        inspector.findings.add({ verdict, rule: 'code', message, code, where, offset: value.at });
      }
    }
    return 'skops-schema';
  },
};
