import { bzip2 } from './bzip2';
import type { Codec } from './codec';
import { deflate } from './deflate';
import { lz4 } from './lz4';
import { lzma } from './lzma';
import { zlibOrZfile } from './zfile';
import { xz } from './xz';
import { zstd } from './zstd';

/** What whole files are compressed with, by the names of their formats. */
export const CODECS = {
  gzip: deflate('gzip'),
  zlib: zlibOrZfile,
  bzip2,
  xz,
  lzma,
  zstd,
  lz4,
} as const satisfies Record<string, Codec>;

export type Compression = keyof typeof CODECS;

export function isCompression(format: string | undefined): format is Compression {
  return format !== undefined && Object.hasOwn(CODECS, format);
}
