import { Gunzip, Inflate, Unzlib } from 'fflate';
import { CodecError, DAMAGED, type Codec } from './codec';

type Pusher = Inflate | Gunzip | Unzlib;

/** A piece so small that what it grows to stays in bounds: at most a thousand times as much. */
const PIECE = 8 * 1024;
const MAKERS = {
  bare: (take: (piece: Uint8Array) => void): Pusher => new Inflate(take),
  zlib: (take: (piece: Uint8Array) => void): Pusher => new Unzlib(take),
  gzip: (take: (piece: Uint8Array) => void): Pusher => new Gunzip(take),
};

/** Deflated data, bare or in the wrapping of zlib or gzip: https://www.rfc-editor.org/rfc/rfc1950 to 1952. */
export function deflate(wrapping: keyof typeof MAKERS): Codec {
  return function* (input) {
    const pieces: Uint8Array[] = [];
    const pusher = MAKERS[wrapping]((piece) => {
      if (piece.length > 0) pieces.push(piece);
    });
    for (let last = false; !last;) {
      const piece = input.chunk(PIECE);
      last = piece === undefined;
      let damaged = false;
      try {
        // The end comes by itself, so that what stands before a missing end is given all the same.
        pusher.push(piece ?? new Uint8Array(0), last);
      } catch {
        damaged = true;
      }
      // What came out before the damage has been read by a loader, too.
      yield* pieces.splice(0);
      if (damaged) throw new CodecError(DAMAGED);
    }
  };
}
