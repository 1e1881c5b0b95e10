import { CodecError, DAMAGED } from './codec';
import type { Feed } from './feed';
import { LzmaDecoder } from './lzma-decoder';

/** LZMA2: chunks of LZMA and of bytes as they are. https://tukaani.org/xz/xz-file-format.txt, 5.3.1. */
export function* lzma2(input: Feed, windowSize: number): Generator<Uint8Array> {
  const decoder = new LzmaDecoder(input, windowSize);
  for (let first = true; ; first = false) {
    const control = input.byte();
    if (control === 0) return;
    const resets = control === 1 || control >= 0xe0;
    if (first && !resets) throw new CodecError(DAMAGED);
    if (resets) decoder.window.reset();
    if (control >= 0x80) {
      const size = ((control & 0x1f) << 16) + (input.byte() << 8) + input.byte() + 1;
      input.skip(2);
      if (control >= 0xc0) decoder.setProperties(input.byte());
      else if (control >= 0xa0) decoder.resetState();
      yield* decoder.decode(size);
    } else if (control <= 2) {
      yield* decoder.store(input.bytes((input.byte() << 8) + input.byte() + 1));
    } else {
      throw new CodecError(DAMAGED);
    }
  }
}

/** The window that the one byte of LZMA2's properties stands for. */
export function lzma2Window(bits: number): number {
  if (bits > 40) throw new CodecError(DAMAGED);
  return bits === 40 ? 0xffffffff : (2 | (bits & 1)) * 2 ** ((bits >> 1) + 11);
}
