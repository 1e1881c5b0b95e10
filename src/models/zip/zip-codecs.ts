import type { Codec } from '../bytes/codecs/codec';
import { bzip2 } from '../bytes/codecs/bzip2';
import { deflate } from '../bytes/codecs/deflate';
import { zippedLzma } from '../bytes/codecs/lzma';
import { xz } from '../bytes/codecs/xz';
import { zstd } from '../bytes/codecs/zstd';

const inflate = deflate('bare');

/**
 * What undoes a compression method of ZIP (https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, 4.4.5); undefined for
 * one that is not read here.
 *
 * @param size what the headers say comes out of it; LZMA may have no end of its own
 */
export function zipCodec(method: number, size: number): Codec | undefined {
  switch (method) {
    case 8:
      return inflate;
    case 12:
      return bzip2;
    case 14:
      return zippedLzma(size);
    case 93:
      return zstd;
    case 95:
      return xz;
    default:
      return undefined;
  }
}

/** Methods that are recognised and not read, by the names that people know them by (APPNOTE 4.4.5). */
const UNREAD: Readonly<Record<number, string>> = {
  1: 'Shrink',
  6: 'Implode',
  9: 'Deflate64',
  16: 'IBM z/OS CMPSC',
  18: 'IBM TERSE',
  19: 'IBM LZ77',
  94: 'MP3',
  96: 'JPEG',
  97: 'WavPack',
  98: 'PPMd',
  99: 'AES encryption',
};

/** The name of a method for a message. */
export function methodName(method: number): string {
  const name = Object.hasOwn(UNREAD, method) ? UNREAD[method] : undefined;
  return name === undefined ? `method ${method}` : `${name} (method ${method})`;
}
