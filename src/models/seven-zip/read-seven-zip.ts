import type { Budget } from '../budget';
import { WindowSource, type ByteSource } from '../bytes/byte-source';
import { CompressedSource } from '../bytes/compressed-source';
import { u64 } from '../bytes/numbers';
import { folderCodec } from './folder-codec';
import { readStreams, type Folder } from './read-streams';
import { SevenZipFields } from './seven-zip-fields';

const HEADER = 1;
const PROPERTIES = 2;
const STREAMS = 4;
const FILES = 5;
const NAMES = 17;
const ENCODED = 23;
const MAX_HEADER = 16 * 1024 * 1024;
/** A header may be compressed, and its header again; honest ones are once. */
const DEPTH = 4;
const MAX_NAMES = 100_000;

export interface SevenZip {
  readonly folders: readonly Folder[];
  /** In the order of the members, with those of folders of the file system among them. */
  readonly names: readonly string[];
}

/** Reads the header of a 7z archive; undefined when it is damaged, encrypted or not there. */
export function readSevenZip(source: ByteSource, budget: Budget): SevenZip | undefined {
  const start = source.read(0, 32).slice();
  const offset = 32 + u64(start, 12);
  const size = u64(start, 20);
  if (size === 0 || size > MAX_HEADER || offset + size > source.size) return undefined;
  let header = source.read(offset, size).slice();
  for (let depth = 0; depth < DEPTH; depth++) {
    const fields = new SevenZipFields(header);
    const id = fields.byte();
    if (id === HEADER) return readHeader(fields);
    const [folder] = id === ENCODED ? readStreams(fields) : [];
    const plain = folder && openFolder(source, folder, budget);
    if (!plain || plain.size > MAX_HEADER) return undefined;
    header = plain.read(0, plain.size).slice();
  }
  return undefined;
}

/** What is in a folder; undefined where it cannot be decompressed here. */
export function openFolder(source: ByteSource, folder: Folder, budget: Budget): ByteSource | undefined {
  const codec = folderCodec(folder);
  if (!codec) return undefined;
  const { start, size } = folder.packed;
  const opened = new CompressedSource(new WindowSource(source, start, size), codec, budget);
  return opened.size === 0 && opened.problem !== undefined ? undefined : opened;
}

function readHeader(fields: SevenZipFields): SevenZip {
  let folders: readonly Folder[] = [];
  let names: readonly string[] = [];
  for (let id = fields.number(); id !== 0 && !fields.failed(); id = fields.number()) {
    if (id === STREAMS) {
      folders = readStreams(fields);
    } else if (id === FILES) {
      names = readNames(fields);
      break;
    } else if (id !== PROPERTIES) {
      break;
    } else {
      while (fields.number() !== 0 && !fields.failed()) fields.take(fields.number());
    }
  }
  return { folders, names };
}

function readNames(fields: SevenZipFields): readonly string[] {
  fields.number();
  for (let id = fields.number(); id !== 0 && !fields.failed(); id = fields.number()) {
    const content = fields.take(fields.number());
    if (id !== NAMES) continue;
    const text = new TextDecoder('utf-16le').decode(content.subarray(1));
    return text.split('\0', MAX_NAMES).filter((name) => name !== '');
  }
  return [];
}
