import type { ByteSource } from '../../bytes/byte-source';
import type { Format } from '../../formats';
import type { Inspector } from '../../inspector';
import type { Surroundings } from '../../place';
import type { Candidate, FormatReader } from '../format-reader';
import { knownName } from '../names/model-names';
import { BYTES, VARINT, type ProtoMessage } from '../protobuf/proto-message';
import { mayBeProtobuf, readTopFields, type TopFields } from '../protobuf/top-fields';
import { tellDamage } from '../protobuf/tell-damage';
import { inspectGraph } from './inspect-graph';
import { TensorFlowOps } from './tensorflow-ops';

/** A graph of TensorFlow by itself, as "frozen" models are. */
export const graphDefReader: FormatReader = {
  recognises: ({ head }: Candidate) => mayBeProtobuf(head),
  inspect(inspector: Inspector, source: ByteSource, place: Surroundings): Format | undefined {
    const top = readTopFields(source, inspector.budget, place);
    if (!top || !isGraph(top)) return undefined;
    const ops = new TensorFlowOps(inspector, place);
    inspectGraph(top.message, ops);
    ops.report();
    tellDamage(inspector, top, 'graph', place);
    return 'graph-def';
  },
};

/** Nodes with operations of which TensorFlow knows one at least. */
function isGraph({ message, fields }: TopFields): boolean {
  const known = fields.every(({ number, wire }) =>
    number === 3 ? wire === VARINT : number <= 5 && wire === BYTES,
  );
  if (!known) return false;
  for (const field of fields.slice(0, 200)) {
    if (field.number === 1 && isNode(message.within(field))) return true;
    // A graph may consist of nothing but functions.
    if (field.number === 2 && hasFunctions(message.within(field))) return true;
  }
  return false;
}

function isNode(node: ProtoMessage): boolean {
  for (const field of node.fields()) {
    if (field.wire !== BYTES || field.number > 16) return false;
    if (field.number === 2) return knownName('tensorflow-op', node.text(field)) !== undefined;
  }
  return false;
}

function hasFunctions(library: ProtoMessage): boolean {
  for (const field of library.fields()) {
    if (field.number !== 1 || field.wire !== BYTES) continue;
    const body = library.within(field);
    for (const part of body.fields()) if (part.number === 3 && isNode(body.within(part))) return true;
  }
  return false;
}
