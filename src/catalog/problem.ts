/** Keys and list indexes that lead from the root of a document to one value. */
export type DataPath = readonly (string | number)[];

/** One thing wrong with catalog data. */
export interface CatalogProblem {
  /** Where in the data, beginning with the kind: `['stages', 3, 'risks', 0]`. */
  readonly path: DataPath;
  readonly message: string;
  /** Whether the key at `path` is wrong rather than its value. */
  readonly atKey?: boolean;
}

/** Thrown when a catalog cannot be loaded; carries every problem found, not only the first. */
export class CatalogError extends Error {
  constructor(readonly problems: readonly CatalogProblem[]) {
    const lines = problems.map(({ path, message }) => `${path.join('.')}: ${message}`);
    super(`The catalog has ${problems.length} problem(s):\n${lines.join('\n')}`);
    this.name = 'CatalogError';
  }
}
