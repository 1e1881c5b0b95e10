/** Half-open range of UTF-16 offsets in the text of one document or of one joined notebook program. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** Whether `outer` holds all of `inner`. */
export function containsRange(outer: TextRange, inner: TextRange): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
