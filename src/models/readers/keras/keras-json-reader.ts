import type { ByteSource } from '../../bytes/byte-source';
import type { Format } from '../../formats';
import type { Inspector } from '../../inspector';
import type { Surroundings } from '../../place';
import type { Candidate, FormatReader } from '../format-reader';
import { beginsLikeObject, decodeJsonText } from '../json/decode-json-text';
import { JsonObject, type JsonValue } from '../json/json-value';
import { parseJson } from '../json/parse-json';
import { inspectKerasConfig } from './inspect-keras-config';

const MAX_SIZE = 64 * 1024 * 1024;
/** Keys of the files that Keras writes; an escape in a key could hide them. */
const HINT = /class_name|keras_version|\\u00/u;

/** A model's architecture as JSON: `config.json` of a `.keras` archive, `metadata.json`, and what `to_json` gives. */
export const kerasJsonReader: FormatReader = {
  recognises: ({ head, place, source }: Candidate) =>
    beginsLikeObject(head) && source.size <= MAX_SIZE && !place.torch,
  inspect(inspector: Inspector, source: ByteSource, place: Surroundings): Format | undefined {
    const text = decodeJsonText(source.read(0, MAX_SIZE));
    if (!HINT.test(text)) return undefined;
    const parsed = parseJson(text);
    if (!isKeras(parsed.value)) return undefined;
    if (parsed.value.get('class_name') === undefined) addFacts(inspector, parsed.value, place);
    else
      inspector.facts.addText({
        title: 'Configuration',
        language: 'json',
        text,
        where: place.where,
        offset: 0,
      });
    inspectKerasConfig(inspector, parsed.value, place);
    for (const key of parsed.duplicates) {
      inspector.tell(
        'suspicious',
        'header',
        `The key "${key}" comes twice: loaders differ in which one they take.`,
        place.where,
      );
    }
    if (parsed.brokenAt !== undefined) {
      inspector.tell(
        /__lambda__|Lambda/u.test(text) ? 'suspicious' : 'incomplete',
        'broken',
        'The configuration is no valid JSON from here on.',
        place.where,
        parsed.brokenAt,
      );
    }
    return 'keras';
  },
};

function isKeras(value: JsonValue): value is JsonObject {
  if (!(value instanceof JsonObject)) return false;
  if (value.text('keras_version') !== undefined) return true;
  if (value.text('class_name') === undefined) return false;
  return (
    value.get('config') !== undefined ||
    value.get('module') !== undefined ||
    value.get('registered_name') !== undefined
  );
}

function addFacts(inspector: Inspector, metadata: JsonObject, { where }: Surroundings): void {
  for (const [name, value] of metadata.entries) {
    if (typeof value === 'string' || typeof value === 'number') {
      inspector.facts.addProperty({ name, value: String(value), where });
    }
  }
}
