import type { ByteSource } from '../../bytes/byte-source';
import type { Format } from '../../formats';
import type { Inspector } from '../../inspector';
import type { Surroundings } from '../../place';
import type { Candidate, FormatReader } from '../format-reader';
import { JsonObject } from '../json/json-value';
import { parseJson } from '../json/parse-json';
import { inspectKerasConfig } from '../keras/inspect-keras-config';
import { BYTES, type ProtoField, type ProtoMessage } from '../protobuf/proto-message';
import { mayBeProtobuf, readTopFields } from '../protobuf/top-fields';

/** Fields of `SavedMetadata` and of its `SavedObject`, from `keras/protobuf/saved_metadata.proto`. */
const OBJECT = { identifier: 4, metadata: 5 } as const;
const MAX_TEXT = 16 * 1024 * 1024;

/** `keras_metadata.pb` beside a SavedModel: the configuration of each layer, from which Keras makes the layers again. */
export const kerasMetadataReader: FormatReader = {
  recognises: ({ head }: Candidate) => mayBeProtobuf(head) && head[0] === 0x0a,
  inspect(inspector: Inspector, source: ByteSource, place: Surroundings): Format | undefined {
    const top = readTopFields(source, inspector.budget, place);
    if (!top?.fields.every(({ number, wire }) => number === 1 && wire === BYTES)) return undefined;
    const { message, fields } = top;
    const objects = fields.map((field) => message.within(field));
    if (!objects.some(isKerasObject)) return undefined;
    for (const object of objects) {
      for (const field of object.fields())
        if (field.wire === BYTES && field.number === OBJECT.metadata)
          inspectKerasText(inspector, object, field, place);
    }
    if (!top.whole)
      inspector.tell('incomplete', 'broken', 'The file ends within its data, or is damaged.', place.where);
    return 'keras';
  },
};

function isKerasObject(object: ProtoMessage): boolean {
  for (const field of object.fields())
    if (field.number === OBJECT.identifier && object.text(field).startsWith('_tf_keras')) return true;
  return false;
}

/** Looks at a field that holds a configuration of Keras as JSON; anything else in it is passed over. */
export function inspectKerasText(
  inspector: Inspector,
  message: ProtoMessage,
  { start, end }: ProtoField,
  place: Surroundings,
): void {
  const bytes = message.source.read(start, Math.min(end - start, MAX_TEXT));
  if (bytes[0] !== 0x7b) return;
  const { value } = parseJson(new TextDecoder().decode(bytes));
  if (value instanceof JsonObject) inspectKerasConfig(inspector, value, place, start);
}
