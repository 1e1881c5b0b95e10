/** What one line of a manifest says of one package. */
export interface PackageFact {
  /** Normalised as PEP 503 says: lower case, runs of `-`, `_` and `.` as one `-`. */
  readonly name: string;
  /** The lowest version allowed, as written; undefined when every version is. */
  readonly minimum: string | undefined;
  /** Whether exactly this version is asked for. */
  readonly pinned: boolean;
}

/** https://peps.python.org/pep-0503/#normalized-names */
export function normalizePackageName(name: string): string {
  return name.toLowerCase().replace(/[-_.]+/g, '-');
}
