/** A text as one segment of a URI. Half characters, which no URI can hold, become the replacement character. Never throws. */
export function uriSegment(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'));
}
