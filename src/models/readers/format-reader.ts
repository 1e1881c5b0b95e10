import type { ByteSource } from '../bytes/byte-source';
import type { Format } from '../formats';
import type { Inspector } from '../inspector';
import type { Surroundings } from '../place';

/** What is known of bytes before a reader is chosen. */
export interface Candidate {
  readonly source: ByteSource;
  /** The first bytes, at most {@link HEAD_LENGTH}. */
  readonly head: Uint8Array;
  readonly place: Surroundings;
}

/** Reads one format: tells what the file says about itself, and what loading it would do. */
export interface FormatReader {
  /**
   * Whether these bytes are of its format, by what they hold. The name may only choose between readings of the same
   * content (any JSON may be a `tokenizer_config.json`); it is never enough by itself, and never a reason not to look.
   */
  recognises(candidate: Candidate): boolean;
  /**
   * Looks into them: findings go to `inspector.tell`, facts to `inspector.facts`, bytes within to `inspector.inspectBytes`.
   * Reads within the limits of `inspector.budget`. Never throws because of what the bytes hold.
   *
   * @returns the format; undefined when it turned out to be something else, which makes other readers look
   */
  inspect(inspector: Inspector, source: ByteSource, place: Surroundings): Format | undefined;
}
