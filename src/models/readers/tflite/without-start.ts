import type { ByteSource } from '../../bytes/byte-source';

/** The same bytes, with zeros in place of the first ones: for archives that count their offsets from the beginning of the file. */
export function withoutStart(source: ByteSource, length: number): ByteSource {
  return {
    size: source.size,
    read(offset, wanted) {
      const bytes = source.read(offset, wanted);
      return offset >= length ? bytes : bytes.slice().fill(0, 0, Math.min(bytes.length, length - offset));
    },
  };
}
