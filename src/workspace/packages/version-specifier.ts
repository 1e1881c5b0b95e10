import { compareVersions } from './version-order';

/** The lower end of a set of versions. */
export interface LowerBound {
  readonly minimum: string | undefined;
  readonly pinned: boolean;
}

export const ANY_VERSION: LowerBound = { minimum: undefined, pinned: false };

const CLAUSE = /^(===|==|~=|>=|>|=|\^|~)?\s*v?([0-9][0-9A-Za-z.!+-]*?)(\.\*)?$/;

/**
 * Reads a version specifier: PEP 440 (`>=2.1,<3`, `~=2.1`, `==2.1.*`), Poetry (`^2.1`, `~2.1`, `2.1`) or conda
 * (`=2.1`, `2.1.*`). Alternatives (`||`) count with the lowest. What cannot be read bounds nothing.
 */
export function lowerBound(specifier: string): LowerBound {
  const alternatives = specifier.split('||').map(boundOfAll);
  if (alternatives.some(({ minimum }) => minimum === undefined)) return ANY_VERSION;
  return alternatives.reduce((lowest, bound) =>
    compareVersions(bound.minimum ?? '0', lowest.minimum ?? '0') < 0 ? bound : lowest,
  );
}

/** Clauses that hold together: the highest lower bound wins. */
function boundOfAll(clauses: string): LowerBound {
  let result = ANY_VERSION;
  for (const clause of clauses.split(',')) {
    const match = CLAUSE.exec(clause.trim());
    if (!match) continue;
    const [, operator = '', version = '', wildcard] = match;
    const pinned = (operator === '==' || operator === '===' || operator === '') && !wildcard;
    if (result.minimum === undefined || compareVersions(version, result.minimum) > 0) {
      result = { minimum: version, pinned };
    }
  }
  return result;
}
