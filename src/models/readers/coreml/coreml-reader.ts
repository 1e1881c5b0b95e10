import type { ByteSource } from '../../bytes/byte-source';
import type { Format } from '../../formats';
import type { Inspector } from '../../inspector';
import type { Surroundings } from '../../place';
import type { Candidate, FormatReader } from '../format-reader';
import { BYTES, VARINT } from '../protobuf/proto-message';
import { mayBeProtobuf, readTopFields, type TopFields } from '../protobuf/top-fields';
import { tellDamage } from '../protobuf/tell-damage';
import { inspectCoremlModel } from './inspect-coreml-model';

/** Numbers of the fields of a Core ML model that say what kind it is: everything from here on. */
const FIRST_KIND = 200;
const LAST_KIND = 3000;

/** Core ML: layers or a program, in a protobuf message. */
export const coremlReader: FormatReader = {
  recognises: ({ head }: Candidate) => mayBeProtobuf(head),
  inspect(inspector: Inspector, source: ByteSource, place: Surroundings): Format | undefined {
    const top = readTopFields(source, inspector.budget, place);
    if (!top || !isModel(top)) return undefined;
    inspectCoremlModel(inspector, top.message, place);
    tellDamage(inspector, top, 'model', place);
    return 'coreml';
  },
};

/** A version, perhaps a description, and one model of one kind. */
function isModel({ fields }: TopFields): boolean {
  const version = fields.some(({ number, wire, value }) => number === 1 && wire === VARINT && value < 100);
  const kinds = fields.filter(({ number }) => number >= FIRST_KIND);
  const others = fields.filter(({ number }) => number < FIRST_KIND);
  return (
    version &&
    kinds.length > 0 &&
    kinds.every(({ number, wire }) => wire === BYTES && number <= LAST_KIND) &&
    others.every(({ number, wire }) => (number === 2 ? wire === BYTES : number === 1 || number === 10))
  );
}
