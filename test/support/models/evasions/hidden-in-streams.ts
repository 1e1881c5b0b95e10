import { bytes, le, op, SYSTEM, type Part } from '../../../unit/models/support/assemble';
import type { Evasion } from './evasion';

const NOISE = bytes('junk that no pickle begins with / ').subarray(0, 30);
const noise = (length: number): Part => Array.from({ length }, (_, at) => NOISE[at % NOISE.length] ?? 0);
const EMPTY = bytes(op.proto(2), '}.');
/** The payload without its STOP: what stands here has run when the loader fails. */
const RUN = SYSTEM.subarray(0, -1);

/** Places in a stream, or in a row of streams, where scanners have stopped looking. */
export const HIDDEN_IN_STREAMS: readonly Evasion[] = [
  ['before the end of the data', RUN],
  ['before an opcode that is none', bytes(RUN, 0xff)],
  ['before a memo entry that is not there', bytes(RUN, 'h', 99, '.')],
  ['before an empty stack', bytes(RUN, '000.')],
  ['before a length that is too long', bytes(RUN, 'X', le(0xffff, 4), 'a')],
  ['before a length of a tebibyte', bytes(RUN, 0x8e, le(2 ** 40, 8))],
  ['before a negative length', bytes(RUN, 'T', [0xff, 0xff, 0xff, 0xff])],
  ['before a text that is not UTF-8', bytes(RUN, 'X', le(2, 4), 0xff, 0xfe, '.')],
  ['before a protocol that is none', bytes(RUN, 0x80, 99, '.')],
  ['before a string without quotes', bytes(RUN, 'Snaked\n.')],
  ['before a number that is none', bytes(RUN, 'Ixyz\n.')],
  ['after such a break', bytes(op.proto(2), 'h', 99, SYSTEM)],
  ['after an opcode that is none', bytes(op.proto(2), 'N', 0xff, SYSTEM)],
  ['in a second pickle', bytes(EMPTY, SYSTEM)],
  ['in a tenth pickle', bytes(...Array.from({ length: 9 }, () => EMPTY), SYSTEM)],
  ['after a stream that ends at once', bytes('N.', SYSTEM)],
  ['after 300 bytes of junk', bytes(noise(300), SYSTEM)],
  ['after 70000 bytes of junk', bytes(noise(70_000), SYSTEM)],
  ['after a pickle and junk', bytes(EMPTY, noise(5000), SYSTEM)],
  ['after a pickle and junk, without a protocol', bytes(EMPTY, noise(500), "cos\nsystem\n(S'id'\ntR.")],
  [
    'after a pickle and junk, by two strings',
    bytes(EMPTY, noise(500), op.stackGlobal('os', 'system'), op.text('id'), 0x85, 'R.'),
  ],
  [
    'across the border of two blocks',
    bytes(
      op.proto(4),
      'B',
      le(262_130, 4),
      new Uint8Array(262_130),
      '0',
      op.call1(op.stackGlobal('os', 'system'), op.text('id')),
      '.',
    ),
  ],
  [
    'after more than a million opcodes',
    bytes(
      op.proto(2),
      new Uint8Array(1_200_000).map((_, at) => (at % 2 === 0 ? 0x4e : 0x30)),
      RUN,
      '.',
    ),
  ],
  ['after 50000 copies', bytes(op.proto(2), 'N', '2'.repeat(50_000), RUN, '.')],
  ['after 200000 marks', bytes(op.proto(2), '('.repeat(200_000), RUN, '.')],
  ['after a number of a million digits', bytes(`L${'9'.repeat(1_000_000)}L\n`, RUN, '.')],
  ['with a memo index of two billion', bytes('Nr', le(2 ** 31 - 1, 4), '0', RUN, '.')],
  [
    'between protocols that change',
    bytes(op.proto(2), 'N0', op.proto(4), op.call1(op.stackGlobal('os', 'system'), op.text('id')), '.'),
  ],
];
