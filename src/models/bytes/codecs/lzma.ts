import { CodecError, DAMAGED, type Codec } from './codec';
import { LzmaDecoder } from './lzma-decoder';
import type { Feed } from './feed';

/** A file of LZMA before xz: properties, size of the window, size of the content, data. */
export const lzma: Codec = function* (input) {
  const decoder = decoderFor(input);
  const low = input.u32();
  const high = input.u32();
  yield* decoder.decode(high === 0xffffffff ? Infinity : low + high * 2 ** 32);
};

/** LZMA as a member of a ZIP archive: the version of the encoder and the length of the properties stand before it. */
export function zippedLzma(size: number): Codec {
  return function* (input) {
    input.skip(2);
    const length = input.byte() | (input.byte() << 8);
    if (length !== 5) throw new CodecError(DAMAGED);
    yield* decoderFor(input).decode(size);
  };
}

function decoderFor(input: Feed): LzmaDecoder {
  const properties = input.byte();
  const decoder = new LzmaDecoder(input, input.u32());
  decoder.setProperties(properties);
  return decoder;
}
