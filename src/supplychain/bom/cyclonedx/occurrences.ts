import type { PartUse } from '../../inventory/part';
import { listedUses } from '../part-properties';
import type { Part } from '../../inventory/part';

/** A place of use in the shape of CycloneDX 1.6; lines from 1. */
export interface Occurrence {
  readonly location: string;
  readonly line: number;
  readonly symbol: string;
  readonly additionalContext?: string;
}

/** Where a part was found. */
export function occurrences(part: Part): readonly Occurrence[] {
  return listedUses(part).map(({ path, location: { start, cell }, via }) => ({
    location: path,
    line: start.line + 1,
    symbol: via,
    ...(cell === undefined ? {} : { additionalContext: `cell ${cell + 1}` }),
  }));
}

/** A place of use in one line, for what has no evidence of its own in CycloneDX: services. */
export function placeOfUse({ path, location: { start, cell }, via }: PartUse): string {
  const place = cell === undefined ? path : `${path} cell ${cell + 1}`;
  return `${place}:${start.line + 1} ${via}`;
}
