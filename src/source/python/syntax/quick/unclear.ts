/** Thrown where a text is not read with certainty, to be caught by the one that asked for it. */
export const UNCLEAR = new Error('This text is left to the other parser.');

/** @throws always {@link UNCLEAR} */
export function unclear(): never {
  throw UNCLEAR;
}
