import { Decompress } from 'fzstd';
import { CodecError, type Codec } from './codec';

/** The library moves its whole window for each block, so that a large one costs time and memory. */
const MAX_WINDOW = 128 * 1024 * 1024;
/** A piece so small that what it grows to stays in bounds: four bytes may stand for 128 kB. */
const PIECE = 4 * 1024;

/** Zstandard: https://www.rfc-editor.org/rfc/rfc8878. */
export const zstd: Codec = function* (input) {
  const pieces: Uint8Array[] = [];
  const decompress = new Decompress((piece) => {
    if (piece.length > 0) pieces.push(piece.slice());
  });
  for (let piece = input.chunk(PIECE), first = true; piece; piece = input.chunk(PIECE), first = false) {
    if (first && windowOf(piece) > MAX_WINDOW)
      throw new CodecError('it asks for more memory than is given to it here', true);
    decompress.push(piece, input.ended);
    yield* pieces.splice(0);
  }
};

/** The window that the header of the first frame asks for. */
function windowOf(head: Uint8Array): number {
  const descriptor = head[4] ?? 0;
  if ((descriptor & 0x20) === 0) {
    const window = head[5] ?? 0;
    const base = 2 ** (10 + (window >> 3));
    return base + (base / 8) * (window & 7);
  }
  // A single segment: the window is as large as the content.
  const at = 5 + ([0, 1, 2, 4][descriptor & 3] ?? 0);
  const width = [1, 2, 4, 8][descriptor >> 6] ?? 1;
  let size = width === 2 ? 256 : 0;
  for (let index = 0; index < width; index++) size += (head[at + index] ?? 0) * 256 ** index;
  return size;
}
