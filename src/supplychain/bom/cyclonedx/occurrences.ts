import type { PartUse } from '../../inventory/part';
import { isFileItself, listedUses } from '../part-properties';
import type { Part } from '../../inventory/part';

/** A place of use in the shape of CycloneDX 1.6; lines from 1. */
export interface Occurrence {
  readonly location: string;
  /** Missing where the part is the file itself. */
  readonly line?: number;
  readonly symbol: string;
  readonly additionalContext?: string;
}

/** Where a part was found. */
export function occurrences(part: Part): readonly Occurrence[] {
  return listedUses(part).map((use) => {
    const { path, location, via } = use;
    const { start, cell } = location;
    return {
      location: path,
      ...(isFileItself(part, use) ? {} : { line: start.line + 1 }),
      symbol: via,
      ...(cell === undefined ? {} : { additionalContext: `cell ${cell + 1}` }),
    };
  });
}

/** A place of use in one line, for what has no evidence of its own in CycloneDX: services. */
export function placeOfUse({ path, location: { start, cell }, via }: PartUse): string {
  const place = cell === undefined ? path : `${path} cell ${cell + 1}`;
  return `${place}:${start.line + 1} ${via}`;
}
