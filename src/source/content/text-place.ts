import type { TextRange } from '../range';

/**
 * Where a text stands that was taken out of a document: a script in a YAML block, a value with its escapes decoded, a shell
 * line of a notebook.
 */
export interface TextPlace {
  /** The place in the document of an offset in the text. */
  offsetOf(offset: number): number;
}

/** A text that stands in the document as it is, from `start` on. */
export function placeFrom(start: number): TextPlace {
  return { offsetOf: (offset) => start + offset };
}

/** The place in the document of a range of the text. */
export function rangeAt(place: TextPlace, { start, end }: TextRange): TextRange {
  return { start: place.offsetOf(start), end: place.offsetOf(end) };
}
