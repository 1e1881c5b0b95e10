import type { TextChange } from '../../source/front-end';
import { changedRange } from '../documents/changed-range';

const BLOCK = 1024;

/**
 * The one replacement that leads from `before` to `after`: {@link changedRange} of what is left when equal blocks at the
 * beginning and the end are set aside. Blocks are compared as a whole, and between two key presses nearly all are equal.
 *
 * @returns undefined when the texts are equal.
 */
export function textChange(before: string, after: string): TextChange | undefined {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head + BLOCK <= shorter && before.slice(head, head + BLOCK) === after.slice(head, head + BLOCK)) {
    head += BLOCK;
  }
  let tail = 0;
  while (tail + BLOCK <= shorter - head && isSameTail(before, after, tail)) tail += BLOCK;
  const change = changedRange(
    before.slice(head, before.length - tail),
    after.slice(head, after.length - tail),
  );
  if (!change) return undefined;
  const { range, inserted } = change;
  return { range: { start: head + range.start, end: head + range.end }, inserted };
}

/** Whether the texts have the same block in front of the same number of last characters. */
function isSameTail(before: string, after: string, tail: number): boolean {
  const old = before.slice(before.length - tail - BLOCK, before.length - tail);
  return old === after.slice(after.length - tail - BLOCK, after.length - tail);
}
