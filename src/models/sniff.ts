import { isNpy } from './containers/npy-header';
import { isTar } from './containers/read-tar';
import { decodeLatin1 } from './pickle/pickle-text';

/** What the first bytes of a file say it is. */
export type HeadFormat =
  | 'pickle'
  | 'zip'
  | 'tar'
  | 'npy'
  | 'gzip'
  | 'zlib'
  | 'bzip2'
  | 'xz'
  | 'zstd'
  | 'lz4'
  | 'lzma'
  | '7z'
  | 'hdf5'
  | 'gguf'
  | 'safetensors';

const MAGIC: readonly (readonly [format: HeadFormat, bytes: string])[] = [
  ['zip', 'PK\x03\x04'],
  ['zip', 'PK\x05\x06'],
  ['zip', 'PK\x07\x08'],
  ['gzip', '\x1f\x8b'],
  ['bzip2', 'BZh'],
  ['xz', '\xfd7zXZ\0'],
  ['zstd', '\x28\xb5\x2f\xfd'],
  ['lz4', '\x04\x22\x4d\x18'],
  ['7z', '7z\xbc\xaf\x27\x1c'],
  ['hdf5', '\x89HDF\r\n\x1a\n'],
  ['gguf', 'GGUF'],
];

/** Bytes that {@link sniff} looks at. */
export const HEAD_LENGTH = 512;

/** The format of bytes by how they begin; undefined when they begin like nothing in particular. */
export function sniff(head: Uint8Array): HeadFormat | undefined {
  const text = decodeLatin1(head, 0, Math.min(head.length, 16));
  const known = MAGIC.find(([, bytes]) => text.startsWith(bytes))?.[0];
  if (known) return known;
  if (isNpy(head)) return 'npy';
  if (isTar(head)) return 'tar';
  if (head[0] === 0x80 && (head[1] ?? 9) <= 5) return 'pickle';
  if (head[0] === 0x78 && [0x01, 0x5e, 0x9c, 0xda].includes(head[1] ?? 0)) return 'zlib';
  if (head[0] === 0x5d && head[1] === 0 && head[2] === 0) return 'lzma';
  if (/^[\s\S]{5}\0\0\0\{/u.test(text)) return 'safetensors';
  return undefined;
}
