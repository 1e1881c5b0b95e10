import { closeSync, ftruncateSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from '../../src/models/bytes/crc32';

/** Files to measure the inspection of models with. Everything in them is harmless. */
export interface ModelSamples {
  /** A pickle of about a million opcodes. */
  readonly pickle: string;
  /** A PyTorch checkpoint with one tensor of two gigabytes, which takes no room on the disk. */
  readonly checkpoint: string;
  readonly checkpointSize: number;
  /** A thousand small checkpoints. */
  readonly small: readonly string[];
}

const OPCODES = 1_000_000;
const TENSOR = 2_000_000_000;
const SMALL = 1000;
/** No loader counts the checksum of more. */
const CHECKED = 1_000_000;

/** Writes the samples into `folder`. */
export function writeModelSamples(folder: string): ModelSamples {
  mkdirSync(folder, { recursive: true });
  const pickle = join(folder, 'million.pkl');
  writeFileSync(pickle, millionOpcodes());
  const checkpoint = join(folder, 'large.pt');
  const checkpointSize = writeCheckpoint(checkpoint, TENSOR);
  const small = Array.from({ length: SMALL }, (_, at) => {
    const path = join(folder, `small-${at}.pt`);
    writeCheckpoint(path, 4096);
    return path;
  });
  return { pickle, checkpoint, checkpointSize, small };
}

/** A dictionary of texts and numbers, each text kept in the memo. */
function millionOpcodes(): Buffer {
  const parts = [Buffer.from([0x80, 4, 0x7d, 0x94, 0x28])];
  for (let at = 0; at < OPCODES / 3; at++) {
    const key = Buffer.from(`key${at}`);
    // SHORT_BINUNICODE, MEMOIZE, BININT2
    parts.push(Buffer.from([0x8c, key.length]), key, Buffer.from([0x94, 0x4d, at & 255, (at >> 8) & 255]));
  }
  parts.push(Buffer.from([0x75, 0x2e]));
  return Buffer.concat(parts);
}

/** A ZIP archive of a state dictionary with one tensor, whose bytes are a hole in the file. */
function writeCheckpoint(path: string, tensor: number): number {
  const text = (value: string): Buffer =>
    Buffer.concat([Buffer.from([0x58]), u32(value.length), Buffer.from(value)]);
  const state = Buffer.concat([
    Buffer.from('\x80\x02}', 'latin1'),
    text('weight'),
    Buffer.from('ctorch._utils\n_rebuild_tensor_v2\n((', 'latin1'),
    text('storage'),
    Buffer.from('ctorch\nFloatStorage\n'),
    text('0'),
    text('cpu'),
    Buffer.from('J'),
    u32(tensor / 4),
    Buffer.from('tQK\0J', 'latin1'),
    u32(tensor / 4),
    Buffer.from('\x85K\x01\x85\x89ccollections\nOrderedDict\n)RtRs.', 'latin1'),
  ]);
  const members = [
    { name: 'archive/data.pkl', data: state, size: state.length, crc: crc32(state) },
    {
      name: 'archive/data/0',
      data: Buffer.alloc(0),
      size: tensor,
      crc: tensor > CHECKED ? 0 : crc32(new Uint8Array(tensor)),
    },
  ];
  const file = openSync(path, 'w');
  let offset = 0;
  const directory: Buffer[] = [];
  for (const { name, data, size, crc: sum } of members) {
    const common = Buffer.concat([
      u16(0),
      u16(0),
      u32(0),
      u32(sum),
      u32(size),
      u32(size),
      u16(name.length),
      u16(0),
    ]);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), u16(20), common, Buffer.from(name)]);
    directory.push(
      Buffer.concat([
        Buffer.from('PK\x01\x02', 'latin1'),
        u16(20),
        u16(20),
        common,
        Buffer.alloc(10),
        u32(offset),
        Buffer.from(name),
      ]),
    );
    writeSync(file, Buffer.concat([local, data]), 0, local.length + data.length, offset);
    offset += local.length + size;
  }
  ftruncateSync(file, offset);
  const central = Buffer.concat(directory);
  const end = Buffer.concat([
    central,
    Buffer.from('PK\x05\x06', 'latin1'),
    u32(0),
    u16(members.length),
    u16(members.length),
    u32(central.length),
    u32(offset),
    u16(0),
  ]);
  writeSync(file, end, 0, end.length, offset);
  closeSync(file);
  return offset + end.length;
}

function u16(value: number): Buffer {
  return Buffer.from([value & 255, (value >> 8) & 255]);
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value >>> 0);
  return bytes;
}
