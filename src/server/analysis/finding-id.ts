import type { WireFinding } from '../../protocol/finding';

/** Names a finding by where it is and what found it; the same from an open document and from a scan. */
export function findingId(
  uri: string,
  { range: { start, end }, cell }: Pick<WireFinding, 'range' | 'cell'>,
  ruleId: string,
): string {
  const place = `${start.line}:${start.character}-${end.line}:${end.character}`;
  return `${uri}#${cell === undefined ? '' : `${cell}:`}${place}:${ruleId}`;
}
