import { gzipSync } from 'fflate';
import { SYSTEM, zip, type TestMember } from '../../../unit/models/support/assemble';
import { npy } from '../../../unit/models/support/containers';
import { CHECKPOINT, checkpoint } from '../torch-checkpoint';
import type { Evasion } from './evasion';

const hidden = (member: Partial<TestMember>): Uint8Array =>
  checkpoint(CHECKPOINT, { name: 'archive/extra', data: SYSTEM, ...member });

/** Members of a checkpoint that scanners have passed over. */
export const HIDDEN_IN_MEMBERS: readonly Evasion[] = [
  ['without an extension', hidden({})],
  ['compressed', hidden({ deflate: true })],
  ['in no directory', hidden({ localOnly: true })],
  ['compressed and in no directory', hidden({ localOnly: true, deflate: true })],
  ['marked as encrypted', hidden({ flags: 0x1 })],
  ['marked as encrypted in the directory alone', hidden({ centralFlags: 0x1 })],
  ['marked as patched', hidden({ flags: 0x20 })],
  ['marked as strongly encrypted', hidden({ flags: 0x40 })],
  ['with a wrong checksum', hidden({ crc: 1234 })],
  ['under another name in the directory', hidden({ centralName: 'archive/other' })],
  ['compressed in another way in the directory', hidden({ deflate: true, centralMethod: 0 })],
  ['twice under one name', hidden({ name: 'archive/data.pkl' })],
  ['in an archive within the archive', hidden({ data: zip([{ name: 'a', data: SYSTEM }]) })],
  ['compressed once more', hidden({ data: gzipSync(SYSTEM) })],
  ['as an array of objects', hidden({ name: 'a.npy', data: npy("'|O'", SYSTEM) })],
  [
    'as an array that holds objects among others',
    hidden({ name: 'a.npy', data: npy("[('a', '<i4'), ('b', '|O')]", SYSTEM) }),
  ],
  ['as an array of a version that nobody knows', hidden({ name: 'a.npy', data: npy("'<f8'", SYSTEM, 9) })],
  ['as an array that is none', hidden({ name: 'a.npy' })],
];
