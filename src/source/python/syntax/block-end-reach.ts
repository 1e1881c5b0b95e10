/**
 * Where the parts of a tree must end that a change at `offset` leaves as they are. The parser sees the end of a block by the first
 * line of code behind it and does not keep in mind how far away that is: when the change may be to that line, the last line
 * of code before it counts as changed.
 */
export function blockEndReach(text: string, offset: number): number {
  let start = lineStart(text, offset);
  if (isCode(text.slice(start, offset))) return offset;
  while (start > 0) {
    const end = start;
    start = lineStart(text, end - 1);
    if (isCode(text.slice(start, end))) return start;
  }
  return 0;
}

/** Whether a line, or its beginning, is more than white space and a comment. */
function isCode(line: string): boolean {
  return !/^\s*(?:#|$)/.test(line);
}

/** A lone carriage return counts as part of its line: that only leads further back. */
function lineStart(text: string, offset: number): number {
  return offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}
