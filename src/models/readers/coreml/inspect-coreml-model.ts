import type { Inspector } from '../../inspector';
import type { Surroundings } from '../../place';
import { leadsAway } from '../names/leads-away';
import { BYTES, type ProtoField, type ProtoMessage } from '../protobuf/proto-message';
import { inspectProgram } from './inspect-program';

/** Fields of `mlmodel/format/Model.proto`. */
const DESCRIPTION = 2;
const PIPELINES = [200, 201];
const PIPELINE = 202;
const NETWORKS = [303, 403, 500];
const PROGRAM = 502;
const CUSTOM = 555;
const LINKED = 556;
const MAX_DEPTH = 16;
const META: readonly (readonly [field: number, name: string])[] = [
  [1, 'description'],
  [2, 'version'],
  [3, 'author'],
  [4, 'licence'],
];

/** Looks at one model, and at those that it is made of. */
export function inspectCoremlModel(
  inspector: Inspector,
  message: ProtoMessage,
  place: Surroundings,
  depth = 0,
): void {
  if (depth > MAX_DEPTH) {
    inspector.budget.tell('depth');
    return;
  }
  for (const field of message.fields()) {
    if (field.wire !== BYTES) continue;
    const { number } = field;
    const part = message.within(field);
    if (number === DESCRIPTION) addFacts(inspector, part, place);
    else if (number === PIPELINE) inspectPipeline(inspector, part, place, depth);
    else if (PIPELINES.includes(number)) {
      for (const inner of part.fields())
        if (inner.number === 1) inspectPipeline(inspector, part.within(inner), place, depth);
    } else if (NETWORKS.includes(number)) inspectNetwork(inspector, part, place);
    else if (number === PROGRAM) inspectProgram(inspector, part, place);
    else if (number === CUSTOM) tellCustom(inspector, part, 'The model', field, place);
    else if (number === LINKED) tellLinked(inspector, part, place);
  }
}

function inspectPipeline(
  inspector: Inspector,
  pipeline: ProtoMessage,
  place: Surroundings,
  depth: number,
): void {
  for (const field of pipeline.fields())
    if (field.number === 1) inspectCoremlModel(inspector, pipeline.within(field), place, depth + 1);
}

function inspectNetwork(inspector: Inspector, network: ProtoMessage, place: Surroundings): void {
  for (const field of network.fields()) {
    if (field.number !== 1 || field.wire !== BYTES) continue;
    const layer = network.within(field);
    for (const part of layer.fields())
      if (part.number === 500) tellCustom(inspector, layer.within(part), 'A layer', part, place);
  }
}

/** Names a class of the program that loads the model. */
function tellCustom(
  inspector: Inspector,
  message: ProtoMessage,
  what: string,
  { start }: ProtoField,
  { where }: Surroundings,
): void {
  let name = '';
  for (const field of message.fields()) if (field.number === 10) name = message.text(field);
  inspector.findings.add({
    verdict: 'suspicious',
    rule: 'code',
    message: `${what} is the class ${name}: unknown code, which the program that loads it must bring.`,
    where,
    offset: start,
    code: name,
  });
}

function tellLinked(inspector: Inspector, linked: ProtoMessage, { where }: Surroundings): void {
  const texts: string[] = [];
  // The name of a file and a search path, each a value within a message within a message.
  const collect = (message: ProtoMessage, depth: number): void => {
    for (const field of message.fields()) {
      if (field.wire !== BYTES) continue;
      if (depth === 2) texts.push(message.text(field));
      else collect(message.within(field), depth + 1);
    }
  };
  collect(linked, 0);
  inspector.tell(
    texts.some(leadsAway) ? 'malicious' : 'suspicious',
    'path',
    `The model is read from another file: "${texts.join('", "')}".`,
    where,
    linked.start,
  );
}

function addFacts(inspector: Inspector, description: ProtoMessage, { where }: Surroundings): void {
  for (const field of description.fields()) {
    if (field.number !== 100 || field.wire !== BYTES) continue;
    const metadata = description.within(field);
    for (const part of metadata.fields()) {
      const name = META.find(([number]) => number === part.number)?.[1];
      if (name !== undefined) inspector.facts.addProperty({ name, value: metadata.text(part), where });
    }
  }
}
