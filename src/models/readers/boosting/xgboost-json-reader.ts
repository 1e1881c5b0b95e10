import type { ByteSource } from '../../bytes/byte-source';
import type { Format } from '../../formats';
import type { Inspector } from '../../inspector';
import type { Surroundings } from '../../place';
import type { Candidate, FormatReader } from '../format-reader';
import { beginsLikeObject, decodeJsonText } from '../json/decode-json-text';
import { parseJson } from '../json/parse-json';
import { inspectLearner, learnerOf } from './xgboost-model';

const MAX_SIZE = 128 * 1024 * 1024;

/** XGBoost as JSON: numbers of trees, no code. Trees that lead out of their own arrays make the library read other memory. */
export const xgboostJsonReader: FormatReader = {
  recognises: ({ head, source, place }: Candidate) =>
    !place.torch && source.size <= MAX_SIZE && beginsLikeObject(head),
  inspect(inspector: Inspector, source: ByteSource, place: Surroundings): Format | undefined {
    const text = decodeJsonText(source.read(0, MAX_SIZE));
    if (!text.includes('"learner"')) return undefined;
    const { value, brokenAt } = parseJson(text);
    const learner = learnerOf(value);
    if (!learner) return undefined;
    inspectLearner(inspector, learner, place, brokenAt === undefined);
    if (brokenAt !== undefined)
      inspector.tell(
        'incomplete',
        'broken',
        'The model is no valid JSON from here on.',
        place.where,
        brokenAt,
      );
    return 'xgboost';
  },
};
