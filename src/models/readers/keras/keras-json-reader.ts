import type { ByteSource } from '../../bytes/byte-source';
import type { Format } from '../../formats';
import type { Inspector } from '../../inspector';
import type { Surroundings } from '../../place';
import type { Candidate, FormatReader } from '../format-reader';
import { beginsLikeObject, decodeJsonText } from '../json/decode-json-text';
import { JsonObject, valuesIn, type JsonValue } from '../json/json-value';
import { parseJson } from '../json/parse-json';
import { inspectKerasConfig } from './inspect-keras-config';
import { salvageObjects } from './salvage';

const MAX_SIZE = 64 * 1024 * 1024;
/** How many values are looked at to see whether a text is a model. */
const LOOKED_AT = 500;
/** Keys of the files that Keras writes; an escape in a key could hide them. */
const HINT = /class_name|keras_version|\\u00/u;

/** A model's architecture as JSON: `config.json` of a `.keras` archive, `metadata.json`, and what `to_json` gives. */
export const kerasJsonReader: FormatReader = {
  recognises: ({ head, place, source }: Candidate) =>
    (isConfigOfArchive(place) || beginsLikeObject(head)) && source.size <= MAX_SIZE && !place.torch,
  inspect(inspector: Inspector, source: ByteSource, place: Surroundings): Format | undefined {
    const text = decodeJsonText(source.read(0, MAX_SIZE));
    if (!isConfigOfArchive(place) && !HINT.test(text)) return undefined;
    const parsed = parseJson(text);
    if (!isConfigOfArchive(place) && !isKeras(parsed.value)) return undefined;
    if (place.name.endsWith('metadata.json')) addFacts(inspector, parsed.value, place);
    else {
      const { where } = place;
      inspector.facts.addText({ title: 'Configuration', language: 'json', text, where, offset: 0 });
    }
    inspectKerasConfig(inspector, parsed.value, place);
    for (const key of parsed.duplicates) {
      inspector.tell(
        'suspicious',
        'header',
        `The key "${key}" comes twice: loaders differ in which one they take.`,
        place.where,
      );
    }
    // Something after the value makes it as invalid as something wrong in it.
    const brokenAt = parsed.brokenAt ?? (/^[\s\0]*$/u.test(text.slice(parsed.end)) ? undefined : parsed.end);
    if (brokenAt !== undefined) {
      inspector.tell(
        'incomplete',
        'broken',
        'The configuration is no valid JSON from here on.',
        place.where,
        brokenAt,
      );
      for (const part of salvageObjects(text)) inspectKerasConfig(inspector, part, place);
    }
    return 'keras';
  },
};

function isConfigOfArchive({ archive, name }: Surroundings): boolean {
  return archive === 'keras' && /(?:^|\/)(?:config|metadata)\.json$/u.test(name);
}

/** A node of a model, or something that holds one near its beginning, as other programs write it. */
function isKeras(value: JsonValue): boolean {
  let looked = 0;
  for (const each of valuesIn(value)) {
    if (++looked > LOOKED_AT) return false;
    if (!(each instanceof JsonObject)) continue;
    if (each.text('keras_version') !== undefined) return true;
    const named = each.text('class_name') !== undefined;
    if (named && ['config', 'module', 'registered_name'].some((key) => each.get(key) !== undefined))
      return true;
  }
  return false;
}

function addFacts(inspector: Inspector, metadata: JsonValue, { where }: Surroundings): void {
  if (!(metadata instanceof JsonObject)) return;
  for (const [name, value] of metadata.entries) {
    if (typeof value === 'string' || typeof value === 'number') {
      inspector.facts.addProperty({ name, value: String(value), where });
    }
  }
}
