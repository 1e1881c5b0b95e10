import type { WireFinding } from '../../protocol/finding';
import { byLocation, compareText } from './finding-order';

/** Where the cursor is; `uri` of a notebook is the notebook's own. */
export interface CursorPlace {
  readonly uri: string;
  readonly cell: number | undefined;
  readonly line: number;
  readonly character: number;
}

/**
 * The finding after (or before) the cursor in order of reading; goes on at the other end of the list. Without a cursor
 * the first (or last). Undefined when there is none at all.
 */
export function neighbour(
  findings: readonly WireFinding[],
  cursor: CursorPlace | undefined,
  direction: 'next' | 'previous',
): WireFinding | undefined {
  const ordered = [...findings].sort(byLocation);
  if (direction === 'previous') ordered.reverse();
  const sign = direction === 'next' ? 1 : -1;
  const beyond = cursor && ordered.find((finding) => comparePlace(finding, cursor) * sign > 0);
  return beyond ?? ordered[0];
}

/** The finding the cursor is in, or else the first one on its line. */
export function findingAt(findings: readonly WireFinding[], cursor: CursorPlace): WireFinding | undefined {
  const onLine = findings
    .filter((finding) => finding.uri === cursor.uri && finding.cell === cursor.cell)
    .filter(({ range }) => range.start.line <= cursor.line && cursor.line <= range.end.line);
  return onLine.find((finding) => contains(finding, cursor)) ?? onLine[0];
}

function contains({ range: { start, end } }: WireFinding, { line, character }: CursorPlace): boolean {
  const afterStart = line > start.line || character >= start.character;
  const beforeEnd = line < end.line || character <= end.character;
  return afterStart && beforeEnd;
}

function comparePlace(finding: WireFinding, cursor: CursorPlace): number {
  return (
    compareText(finding.uri, cursor.uri) ||
    (finding.cell ?? 0) - (cursor.cell ?? 0) ||
    finding.range.start.line - cursor.line ||
    finding.range.start.character - cursor.character
  );
}
