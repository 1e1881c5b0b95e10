import type { ByteSource } from '../../bytes/byte-source';
import type { Format } from '../../formats';
import type { Inspector } from '../../inspector';
import type { Surroundings } from '../../place';
import type { Candidate, FormatReader } from '../format-reader';
import { BYTES, VARINT, type ProtoField, type ProtoMessage } from '../protobuf/proto-message';
import { fieldsAre, mayBeProtobuf, readTopFields, type TopFields } from '../protobuf/top-fields';
import { tellDamage } from '../protobuf/tell-damage';
import { OnnxGraphs } from './onnx-graphs';

/** Fields of a ModelProto, from `onnx/onnx.proto`. */
const MODEL = {
  irVersion: 1,
  producer: 2,
  producerVersion: 3,
  domain: 4,
  modelVersion: 5,
  doc: 6,
  graph: 7,
  opset: 8,
  metadata: 14,
  training: 20,
  functions: 25,
} as const;
const WIRES: Readonly<Record<number, number>> = {
  1: VARINT,
  2: BYTES,
  3: BYTES,
  4: BYTES,
  5: VARINT,
  6: BYTES,
  7: BYTES,
  8: BYTES,
  14: BYTES,
  20: BYTES,
  25: BYTES,
};
const TEXTS: readonly (readonly [field: number, name: string])[] = [
  [MODEL.producer, 'producer'],
  [MODEL.producerVersion, 'producer version'],
  [MODEL.domain, 'domain'],
  [MODEL.doc, 'description'],
];

/** ONNX: a graph of operators. What it can do wrong is name operators that are code, and files that are not its own. */
export const onnxReader: FormatReader = {
  recognises: ({ head }: Candidate) => mayBeProtobuf(head),
  inspect(inspector: Inspector, source: ByteSource, place: Surroundings): Format | undefined {
    const top = readTopFields(source, inspector.budget, place);
    if (!top || !isModel(top)) return undefined;
    const { message, fields } = top;
    addFacts(inspector, message, fields, place);
    const graphs = new OnnxGraphs(inspector, place);
    const functions = fields.filter(({ number }) => number === MODEL.functions);
    for (const field of functions) graphs.define(message.within(field));
    for (const field of functions) graphs.inspectFunction(message.within(field));
    for (const field of fields) {
      if (field.number === MODEL.graph) graphs.inspectGraph(message.within(field));
      else if (field.number === MODEL.training) graphs.inspectTraining(message.within(field));
    }
    graphs.report();
    if (fields.filter(({ number }) => number === MODEL.graph).length > 1) {
      inspector.tell(
        'suspicious',
        'header',
        'It has two graphs: loaders merge them, viewers show one.',
        place.where,
      );
    }
    tellDamage(inspector, top, 'model', place);
    return 'onnx';
  },
};

/** A model has a graph with nodes, tensors or inputs, and says which operators it means. */
function isModel({ message, fields, whole }: TopFields): boolean {
  if (!fieldsAre(fields, WIRES)) return false;
  const says = fields.some(
    ({ number }) => number === MODEL.opset || number === MODEL.irVersion || number === MODEL.producer,
  );
  const graph = fields.find(({ number }) => number === MODEL.graph || number === MODEL.functions);
  if (!says || !graph) return false;
  const inner = message.within(graph);
  let seen = 0;
  for (const { number, wire } of inner.fields()) {
    if (wire !== BYTES && wire !== VARINT) return false;
    if (number > 40) return false;
    if (++seen >= 20) break;
  }
  return seen > 0 || whole;
}

function addFacts(
  inspector: Inspector,
  message: ProtoMessage,
  fields: readonly ProtoField[],
  { where }: Surroundings,
): void {
  const add = (name: string, value: string): void => inspector.facts.addProperty({ name, value, where });
  for (const field of fields) {
    const text = TEXTS.find(([number]) => number === field.number)?.[1];
    if (text !== undefined) add(text, message.text(field));
    else if (field.number === MODEL.irVersion) add('IR version', String(field.value));
    else if (field.number === MODEL.opset) {
      const { 1: domain = '', 2: version = '' } = pairOf(message.within(field));
      add(domain === '' ? 'operator set' : `operator set ${domain}`, version);
    } else if (field.number === MODEL.metadata) {
      const { 1: key = '', 2: value = '' } = pairOf(message.within(field));
      add(key, value);
    }
  }
}

/** The texts and numbers of a small message, by the number of their field. */
function pairOf(message: ProtoMessage): Record<number, string> {
  const found: Record<number, string> = {};
  for (const field of message.fields())
    found[field.number] = field.wire === BYTES ? message.text(field) : String(field.value);
  return found;
}
