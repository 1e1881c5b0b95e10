import type { Inspector } from '../../inspector';
import type { Surroundings } from '../../place';
import { leadsAway } from '../names/leads-away';
import type { ProtoMessage } from '../protobuf/proto-message';

/** Fields of a TensorProto, from `onnx/onnx.proto`. */
const TENSOR = { dims: 1, type: 2, name: 8, raw: 9, external: 13 } as const;
/** Names of `TensorProto.DataType`, by number. */
const TYPES =
  'undefined float uint8 int8 uint16 int16 int32 int64 string bool float16 double uint32 uint64 complex64 complex128 bfloat16 float8e4m3fn float8e4m3fnuz float8e5m2 float8e5m2fnuz uint4 int4 float4e2m1 float8e8m0 uint2 int2'.split(
    ' ',
  );
/** Written instead of a file for data that ONNX Runtime finds at an address in memory. */
const IN_MEMORY = '_ORT_MEM_ADDR_';

/** Looks at one tensor: where its numbers are. @param keep it is one of the model's weights */
export function inspectTensor(
  inspector: Inspector,
  message: ProtoMessage,
  { where }: Surroundings,
  keep: boolean,
): void {
  const shape: number[] = [];
  let type = 0;
  let name = '';
  let size: number | undefined;
  const external = new Map<string, string>();
  for (const field of message.fields()) {
    if (field.number === TENSOR.dims) shape.push(...message.numbers(field));
    else if (field.number === TENSOR.type) type = field.value;
    else if (field.number === TENSOR.name) name = message.text(field);
    else if (field.number === TENSOR.raw) size = field.end - field.start;
    else if (field.number === TENSOR.external) addEntry(message.within(field), external);
  }
  if (keep) {
    inspector.facts.addTensor({
      name,
      shape,
      type: TYPES[type] ?? `type ${type}`,
      where,
      ...(size === undefined ? {} : { size }),
    });
  }
  const location = external.get('location');
  if (location === undefined) return;
  const [verdict, why] = judgeLocation(location);
  if (verdict !== 'safe') {
    inspector.tell(
      verdict,
      'path',
      `The tensor ${name}: its numbers are read from "${location}", ${why}.`,
      where,
      message.start,
    );
  }
  for (const key of ['offset', 'length']) {
    const value = external.get(key);
    if (value === undefined || /^\s*\d+\s*$/u.test(value)) continue;
    inspector.tell(
      'suspicious',
      'header',
      `The tensor ${name}: the ${key} of its numbers is "${value}".`,
      where,
      message.start,
    );
  }
}

function judgeLocation(location: string): ['safe' | 'suspicious' | 'malicious', string] {
  if (location.includes(IN_MEMORY)) return ['malicious', 'an address in memory'];
  if (leadsAway(location)) return ['malicious', 'which is outside the folder of the model'];
  if (location.includes('\\')) return ['suspicious', 'which is another path on Windows than elsewhere'];
  if (location.trim() === '') return ['suspicious', 'which is no file'];
  return ['safe', ''];
}

function addEntry(message: ProtoMessage, entries: Map<string, string>): void {
  let key = '';
  let value = '';
  for (const field of message.fields()) {
    if (field.number === 1) key = message.text(field);
    else if (field.number === 2) value = message.text(field);
  }
  // A location that leads away counts, whichever of several a loader takes.
  if (!entries.has(key) || leadsAway(value)) entries.set(key, value);
}
