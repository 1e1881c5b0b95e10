import { isNpy } from './containers/npy-header';
import { u32 } from './bytes/numbers';
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
  | 'rar'
  | 'hdf5'
  | 'gguf'
  | 'safetensors';

const MAGIC: readonly (readonly [format: HeadFormat, bytes: string])[] = [
  ['zip', 'PK\x03\x04'],
  ['zip', 'PK\x05\x06'],
  ['zip', 'PK\x07\x08'],
  ['gzip', '\x1f\x8b\x08'],
  ['xz', '\xfd7zXZ\0'],
  ['zstd', '\x28\xb5\x2f\xfd'],
  ['lz4', '\x04\x22\x4d\x18'],
  ['lz4', '\x02\x21\x4c\x18'],
  ['7z', '7z\xbc\xaf\x27\x1c'],
  ['rar', 'Rar!\x1a\x07'],
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
  if (/^BZh[1-9]/u.test(text) && (head[4] === 0x31 || head[4] === 0x17)) return 'bzip2';
  if (isZlib(head) || text.startsWith('ZF0x')) return 'zlib';
  if (isLzma(head)) return 'lzma';
  if (/^[\s\S]{5}\0\0\0\{/u.test(text)) return 'safetensors';
  return undefined;
}

/** A header of two bytes that checks itself: https://www.rfc-editor.org/rfc/rfc1950. */
function isZlib([first = 0, second = 0]: Uint8Array): boolean {
  return (
    (first & 0x0f) === 8 && first >> 4 <= 7 && (second & 0x20) === 0 && (first * 256 + second) % 31 === 0
  );
}

/** The format before xz has no magic number; encoders write windows of 2^n or 2^n + 2^(n-1) bytes, and no absurd size. */
function isLzma(head: Uint8Array): boolean {
  if (head.length < 18 || (head[0] ?? 255) >= 225 || head[13] !== 0) return false;
  const window = u32(head, 1);
  const highest = 2 ** Math.floor(Math.log2(window));
  const usual = window === 0xffffffff || window === highest || window === highest * 1.5;
  const known = u32(head, 9) < 64 || (u32(head, 5) === 0xffffffff && u32(head, 9) === 0xffffffff);
  return window >= 4096 && usual && known;
}
