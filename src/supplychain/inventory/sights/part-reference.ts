import type { JoinedPart, Sighting } from '../sighting';

/** What names one part: enough to find it again. */
export type PartReference = Omit<JoinedPart, 'join' | 'inverse'>;

/** The part that a sighting is of. */
export function referenceTo({ kind, name, origin, version }: Sighting): PartReference {
  return { kind, name, origin, ...(version === undefined ? {} : { version }) };
}
