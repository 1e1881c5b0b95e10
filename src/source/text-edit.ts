import type { TextRange } from './range';

/** Replaces the text at `range` by `newText`; an insertion is an empty range. Offsets are UTF-16, in the analysed text. */
export interface SourceEdit {
  readonly range: TextRange;
  readonly newText: string;
}

/**
 * Applies edits that do not overlap.
 *
 * @throws RangeError when two edits overlap: the order in which they apply would then change the result.
 */
export function applyEdits(text: string, edits: readonly SourceEdit[]): string {
  const ordered = [...edits].sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
  let result = '';
  let at = 0;
  for (const { range, newText } of ordered) {
    if (range.start < at) throw new RangeError(`edits overlap at offset ${range.start}`);
    result += text.slice(at, range.start) + newText;
    at = range.end;
  }
  return result + text.slice(at);
}
