import type { Feed } from './feed';

/**
 * Gives the bytes that `input` stands for, piece by piece. A piece is the caller's to keep. Ends at the end of the compressed
 * data; what stands behind it is left in `input`.
 *
 * @throws CodecError when the data is damaged or made in a way that is not read here; any other error means damaged, too
 */
export type Codec = (input: Feed) => Generator<Uint8Array, void, undefined>;

/** Why data cannot be decompressed, as the end of a sentence about it. */
export class CodecError extends Error {
  /** @param readable the data may well be right; it is this reader that does not know the way */
  constructor(
    message: string,
    readonly readable = false,
  ) {
    super(message);
    this.name = 'CodecError';
  }
}

export const DAMAGED = 'its compressed data is damaged';
