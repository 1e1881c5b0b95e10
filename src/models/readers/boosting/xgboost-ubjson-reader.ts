import type { ByteSource } from '../../bytes/byte-source';
import type { Format } from '../../formats';
import type { Inspector } from '../../inspector';
import { decodeLatin1 } from '../../pickle/pickle-text';
import type { Surroundings } from '../../place';
import type { Candidate, FormatReader } from '../format-reader';
import { parseUbjson } from './ubjson/parse-ubjson';
import { inspectLearner, learnerOf } from './xgboost-model';

const MAX_SIZE = 256 * 1024 * 1024;
/** Keys that a model begins with: the length of a key is one, two, four or eight bytes, the highest first. */
const BEGINNING = /^\{(?:[iU][\s\S]|I[\s\S]{2}|l[\s\S]{4}|L[\s\S]{8})(?:learner\{|version\[|Config)/u;

/** XGBoost as UBJSON, which it writes unless told otherwise: numbers of trees, no code. */
export const xgboostUbjsonReader: FormatReader = {
  recognises: ({ head }: Candidate) => BEGINNING.test(decodeLatin1(head, 0, Math.min(head.length, 32))),
  inspect(inspector: Inspector, source: ByteSource, place: Surroundings): Format {
    const { where } = place;
    inspector.facts.addProperty({ name: 'form', value: 'UBJSON', where });
    if (source.size > MAX_SIZE || !inspector.budget.take('bytes', source.size)) {
      inspector.tell('incomplete', 'limit', 'The model is larger than the part that is read.', where);
      return 'xgboost';
    }
    const { value, broken, end } = parseUbjson(source.read(0, source.size).slice());
    const learner = learnerOf(value);
    if (learner) inspectLearner(inspector, learner, place, broken === undefined);
    else if (!broken) inspector.tell('incomplete', 'broken', 'There is no model in it.', where);
    if (broken) {
      const message = `The model is no valid UBJSON from here on: ${broken.reason}.`;
      inspector.tell('incomplete', 'broken', message, where, broken.at);
    } else if (end < source.size) {
      const message = `${source.size - end} bytes follow the model.`;
      inspector.tell('suspicious', 'hidden', message, where, end);
      inspector.search(source, end, source.size, 'data after the model', place);
    }
    return 'xgboost';
  },
};
