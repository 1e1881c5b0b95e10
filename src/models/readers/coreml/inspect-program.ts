import type { Inspector } from '../../inspector';
import type { Surroundings } from '../../place';
import { leadsAway } from '../names/leads-away';
import { BYTES, type ProtoMessage } from '../protobuf/proto-message';

/** Fields of `mlmodel/format/MIL.proto`. */
const OPERATION = { type: 1, inputs: 2, blocks: 4, attributes: 5 } as const;
const BLOB = 5;
/** Stands for the folder of the model. */
const OWN = '@model_path/';
const MAX_DEPTH = 24;

/** Looks at the operations of an ML program, and at the files that its constants are in. */
export function inspectProgram(inspector: Inspector, program: ProtoMessage, place: Surroundings): void {
  for (const message of valuesOf(program, 2)) {
    // A function has blocks by the name of the operators that they need.
    for (const block of valuesOf(message, 3)) inspectBlock(inspector, block, place, 0);
  }
}

/** The values of a map. */
function* valuesOf(message: ProtoMessage, number: number): Generator<ProtoMessage> {
  for (const entry of message.fields()) {
    if (entry.number !== number || entry.wire !== BYTES) continue;
    const pair = message.within(entry);
    for (const field of pair.fields())
      if (field.number === 2 && field.wire === BYTES) yield pair.within(field);
  }
}

function inspectBlock(inspector: Inspector, block: ProtoMessage, place: Surroundings, depth: number): void {
  if (depth > MAX_DEPTH || inspector.budget.expired) return;
  for (const field of block.fields()) {
    if (field.number !== 3 || field.wire !== BYTES) continue;
    const operation = block.within(field);
    for (const part of operation.fields()) {
      if (part.wire !== BYTES) continue;
      if (part.number === OPERATION.type) inspectType(inspector, operation.text(part), place, part.start);
      else if (part.number === OPERATION.blocks)
        inspectBlock(inspector, operation.within(part), place, depth + 1);
    }
    for (const value of valuesOf(operation, OPERATION.attributes)) inspectValue(inspector, value, place);
  }
}

function inspectType(inspector: Inspector, type: string, { where }: Surroundings, offset: number): void {
  if (type !== 'custom_layer' && type !== 'custom_op') return;
  const message = `The operation ${type}: unknown code, which the program that loads it must bring.`;
  inspector.findings.add({ verdict: 'suspicious', rule: 'operator', message, where, offset, code: type });
}

function inspectValue(inspector: Inspector, value: ProtoMessage, { where }: Surroundings): void {
  for (const field of value.fields()) {
    if (field.number !== BLOB || field.wire !== BYTES) continue;
    const blob = value.within(field);
    for (const part of blob.fields()) {
      const path = part.number === 1 && part.wire === BYTES ? blob.text(part) : '';
      if (leadsAway(path.startsWith(OWN) ? path.slice(OWN.length) : path))
        inspector.tell(
          'malicious',
          'path',
          `Numbers of the model are read from "${path}".`,
          where,
          part.start,
        );
    }
  }
}
