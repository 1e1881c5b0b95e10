import { gzipSync, zlibSync } from 'fflate';
import { bytes, op, SYSTEM, zip } from '../../../unit/models/support/assemble';
import { npy, tar } from '../../../unit/models/support/containers';
import type { Evasion } from './evasion';

const EMPTY = bytes(op.proto(2), '}.');
const CHECKPOINT = zip([
  { name: 'archive/data.pkl', data: EMPTY },
  { name: 'archive/data/0', data: new Uint8Array(64).fill(1) },
]);
const within = zip([{ name: 'a', data: SYSTEM }]);

/** Places behind and within containers where scanners have not looked. */
export const HIDDEN_IN_CONTAINERS: readonly Evasion[] = [
  ['behind a tar archive', bytes(tar({ m: EMPTY }), SYSTEM)],
  ['behind zlib data', bytes(zlibSync(EMPTY), SYSTEM)],
  ['behind gzip data', bytes(gzipSync(EMPTY), SYSTEM)],
  ['in zlib data that is cut off', zlibSync(SYSTEM).subarray(0, -6)],
  ['in a member of a method that nobody knows', method(99, SYSTEM)],
  ['in an array whose header is longer than the file', npy("'<f8'", SYSTEM, 1, 60_000)],
  ['in an archive that is a member as it is', zip([{ name: 'inner.zip', data: within }])],
  ['in a comment that holds an archive', comment(CHECKPOINT, within)],
];

/** A checkpoint one of whose members claims to be compressed with another method. */
function method(number: number, data: Uint8Array): Uint8Array {
  const content = zip([{ name: 'archive/data.pkl', data }]);
  const directory = Buffer.from(content).indexOf('PK\x01\x02', 0, 'latin1');
  content[8] = number;
  content[directory + 10] = number;
  return content;
}

function comment(archive: Uint8Array, text: Uint8Array): Uint8Array {
  return bytes(archive.subarray(0, -2), [text.length & 255, text.length >> 8], text);
}
