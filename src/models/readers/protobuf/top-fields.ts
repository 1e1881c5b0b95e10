import type { Budget } from '../../budget';
import type { ByteSource } from '../../bytes/byte-source';
import type { Surroundings } from '../../place';
import { ProtoMessage, type ProtoField } from './proto-message';

const NAMES = /\.(?:pb|onnx|ort|mlmodel|proto)$/iu;
const MOST = 100_000;
const FIRST_TAGS = new Set([0, 1, 2, 5]);

/** The fields of a file that may be one protobuf message. */
export interface TopFields {
  readonly message: ProtoMessage;
  readonly fields: readonly ProtoField[];
  /** All bytes are fields. */
  readonly whole: boolean;
}

/** Whether bytes may begin a message: a tag with a wire type that is still in use. */
export function mayBeProtobuf(head: Uint8Array): boolean {
  const tag = head[0] ?? 0;
  return head.length >= 2 && tag >= 8 && FIRST_TAGS.has(tag & 7);
}

/**
 * Reads the outermost fields of what may be a message; undefined when it is none from its beginning on. A member of an archive
 * must be one as a whole, unless it is called one: the numbers of a tensor may begin like anything.
 */
export function readTopFields(
  source: ByteSource,
  budget: Budget,
  place: Surroundings,
): TopFields | undefined {
  const message = new ProtoMessage(source, budget);
  const fields: ProtoField[] = [];
  for (const field of message.fields()) {
    fields.push(field);
    if (fields.length >= MOST) return undefined;
  }
  const whole = message.brokenAt === undefined;
  if (!whole && place.depth > 0 && !NAMES.test(place.name)) return undefined;
  return fields.length === 0 ? undefined : { message, fields, whole };
}

/** Whether every field is one that the message has, with the wire type that it has: `allowed` by number. */
export function fieldsAre(fields: readonly ProtoField[], allowed: Readonly<Record<number, number>>): boolean {
  return fields.every(({ number, wire }) => allowed[number] === undefined || allowed[number] === wire);
}
