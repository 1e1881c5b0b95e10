import type { Assessment } from './assessment';

/** A level, before and after; undefined for a dimension that does not apply. */
export interface LevelChange {
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** How a change moves the maturity of a project. */
export interface MaturityChange {
  readonly overall: LevelChange;
  /** The dimensions that moved, by id, in the order of the assessment. */
  readonly dimensions: readonly (LevelChange & { readonly id: string })[];
}

/** Compares two assessments of one project. */
export function maturityChange(before: Assessment, after: Assessment): MaturityChange {
  const old = new Map(before.dimensions.map(({ id, level }) => [id, level]));
  return {
    overall: { before: before.level, after: after.level },
    dimensions: after.dimensions
      .filter(({ id, level }) => old.get(id) !== level)
      .map(({ id, level }) => ({ id, before: old.get(id), after: level })),
  };
}
