import type { LocatedObservation } from '../../facts/located-facts';

/** A file that is read for evidence alone; at most as much of it as {@link MAX_EVIDENCE_TEXT}. */
export interface EvidenceText {
  readonly path: string;
  readonly text: string;
}

/** An observation at the line in which something stands. */
export function onLine(
  evidence: string,
  detail: string,
  { text }: EvidenceText,
  offset = 0,
): LocatedObservation {
  const before = text.slice(0, Math.max(0, offset));
  const line = before.split('\n').length - 1;
  const end = text.indexOf('\n', offset);
  const character = offset - (before.lastIndexOf('\n') + 1);
  const length = (end === -1 ? text.length : end) - offset;
  return {
    evidence,
    holds: true,
    detail,
    location: { start: { line, character }, end: { line, character: character + Math.min(length, 200) } },
  };
}
