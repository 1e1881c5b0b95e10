import { u32 } from '../bytes/numbers';
import { bzip2 } from '../bytes/codecs/bzip2';
import type { Codec } from '../bytes/codecs/codec';
import { deflate } from '../bytes/codecs/deflate';
import { LzmaDecoder } from '../bytes/codecs/lzma-decoder';
import { lzma2, lzma2Window } from '../bytes/codecs/lzma2';
import { undoX86Filter } from '../bytes/codecs/x86-filter';
import { zstd } from '../bytes/codecs/zstd';
import type { Coder, Folder } from './read-streams';

const X86 = '03030103';
/** Filters for programs: they change the targets of jumps. Those of other processors than x86 leave a pickle alone. https://www.7-zip.org/sdk.html (Methods.txt). */
const FILTER = /^(?:04|05|06|07|08|09|0a|0b|0303\d+)$/u;
const copy: Codec = function* (input) {
  for (let piece = input.chunk(65536); piece; piece = input.chunk(65536)) yield piece;
};
const inflate = deflate('bare');

/** What undoes the compression of a folder; undefined where it is encrypted or made in a way that is not read here. */
export function folderCodec({ coders, unpacked }: Folder): Codec | undefined {
  const [coder, ...others] = coders.filter(({ method }) => !FILTER.test(method));
  if (others.length > 0) return undefined;
  const codec = coder === undefined ? copy : codecOf(coder, Math.max(0, ...unpacked));
  if (!codec || !coders.some(({ method }) => method === X86)) return codec;
  return (input) => undoX86Filter(codec(input));
}

function codecOf({ method, properties }: Coder, size: number): Codec | undefined {
  switch (method) {
    case '00':
      return copy;
    case '21':
      return (input) => lzma2(input, lzma2Window(properties[0] ?? 0));
    case '030101':
      return function* (input) {
        const decoder = new LzmaDecoder(input, u32(properties, 1));
        decoder.setProperties(properties[0] ?? 0);
        yield* decoder.decode(size);
      };
    case '040108':
      return inflate;
    case '040202':
      return bzip2;
    case '04f71101':
      return zstd;
    default:
      return undefined;
  }
}
