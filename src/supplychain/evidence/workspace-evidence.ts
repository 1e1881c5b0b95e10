import type { LocatedObservation } from '../facts/located-facts';

/** An observation and the file it was made in. */
export interface PlacedObservation extends LocatedObservation {
  /** Relative to the root, with `/`. */
  readonly path: string;
}
