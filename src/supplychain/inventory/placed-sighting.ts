import type { LocatedSighting } from '../facts/located-facts';

/** A sighting with its file. */
export interface PlacedSighting extends LocatedSighting {
  readonly path: string;
  /** Lifecycle stages of the file, the likeliest first. */
  readonly stages: readonly string[];
  /**
   * It says that the part is used, but not which version of it: an import of a library, the base model that an adapter names. It counts
   * for a version that another place names, where there is one.
   */
  readonly vague: boolean;
}

/** In the order of path and line. */
export function byPlace(a: PlacedSighting, b: PlacedSighting): number {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1;
  return (
    (a.location.cell ?? 0) - (b.location.cell ?? 0) ||
    a.location.start.line - b.location.start.line ||
    a.location.start.character - b.location.start.character
  );
}
