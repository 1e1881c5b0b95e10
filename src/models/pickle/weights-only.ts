import { OPCODE_NAMES } from './opcodes';
import type { ImportedName } from './pickle-report';

/** The opcodes that `torch.load(weights_only=True)` reads. */
const OPCODES = new Set([
  'GLOBAL',
  'NEWOBJ',
  'REDUCE',
  'BUILD',
  'APPEND',
  'APPENDS',
  'SETITEM',
  'SETITEMS',
  'MARK',
  'TUPLE',
  'TUPLE1',
  'TUPLE2',
  'TUPLE3',
  'NONE',
  'NEWFALSE',
  'NEWTRUE',
  'EMPTY_TUPLE',
  'EMPTY_LIST',
  'EMPTY_DICT',
  'EMPTY_SET',
  'BININT',
  'BININT1',
  'BININT2',
  'BINFLOAT',
  'BINUNICODE',
  'SHORT_BINSTRING',
  'BINPERSID',
  'BINGET',
  'LONG_BINGET',
  'BINPUT',
  'LONG_BINPUT',
  'LONG1',
  'PROTO',
  'STOP',
]);

/** Whether the restricted loader of PyTorch would take a pickle with these opcodes and imports. */
export function loadsWeightsOnly(seen: Uint8Array, imports: readonly ImportedName[]): boolean {
  const opcodes = seen.every((met, code) => met === 0 || OPCODES.has(OPCODE_NAMES[code] ?? ''));
  return opcodes && imports.every(({ verdict }) => verdict.verdict === 'safe' && verdict.weightsOnly);
}
