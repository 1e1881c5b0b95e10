import { Gunzip, Inflate, Unzlib } from 'fflate';
import { CodecError, DAMAGED, type Codec } from './codec';

type Pusher = Inflate | Gunzip | Unzlib;

/** Deflated data, bare or in the wrapping of zlib or gzip: https://www.rfc-editor.org/rfc/rfc1950 to 1952. */
export function deflate(wrapping: 'bare' | 'zlib' | 'gzip'): Codec {
  return function* (input) {
    const pieces: Uint8Array[] = [];
    const take = (piece: Uint8Array): void => {
      if (piece.length > 0) pieces.push(piece);
    };
    const pusher: Pusher =
      wrapping === 'gzip' ? new Gunzip(take) : wrapping === 'zlib' ? new Unzlib(take) : new Inflate(take);
    for (;;) {
      const chunk = input.chunk();
      let damaged = false;
      try {
        pusher.push(chunk ?? new Uint8Array(0), chunk === undefined || input.ended);
      } catch {
        damaged = true;
      }
      // What came out before the damage has been read by a loader, too.
      yield* pieces.splice(0);
      if (damaged) throw new CodecError(DAMAGED);
      if (chunk === undefined || input.ended) return;
    }
  };
}
