import type { Format } from './formats';

/** Archives and compressions: formats that hold anything, and say nothing of what it is. */
export const CONTAINER_FORMATS = [
  'zip',
  'tar',
  'gzip',
  'zlib',
  'bzip2',
  'xz',
  'lzma',
  'zstd',
  'lz4',
  '7z',
  'rar',
] as const satisfies readonly Format[];
