import type { TextChange } from '../../source/front-end';

/**
 * The one replacement that leads from `before` to `after`, as small as a common beginning and a common end make it.
 * Comparing the texts costs microseconds and holds for whatever happened in between: several edits, a text sent whole, cells
 * of a notebook moved.
 *
 * @returns undefined when the texts are equal.
 */
export function changedRange(before: string, after: string): TextChange | undefined {
  if (before === after) return undefined;
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start += 1;
  let tail = 0;
  while (
    tail < shorter - start &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  ) {
    tail += 1;
  }
  return { range: { start, end: before.length - tail }, inserted: after.length - tail - start };
}
