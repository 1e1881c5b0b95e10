import type { AssessedAsk, Cap } from './assessment';

/** Where a dimension stands on its levels; numbers, 0 to the highest. */
export interface DimensionLevel {
  /** What the evidence gives. */
  readonly earned: number;
  /** What is left of it by what speaks against. */
  readonly level: number;
  /** Nothing more is asked. */
  readonly complete: boolean;
}

/**
 * The highest level of which everything asked for on the way is there. What does not apply is skipped. What cannot be seen neither
 * lowers a level nor makes one: a level of which nothing shows at all is not reached.
 *
 * @param numberOf the number of a level by its id
 */
export function dimensionLevel(
  asks: readonly AssessedAsk[],
  caps: readonly Cap[],
  numberOf: (level: string) => number,
): DimensionLevel {
  const applying = asks.filter(({ state }) => state !== 'not-applicable');
  const levels = [...new Set(applying.map(({ level }) => numberOf(level)))].sort((a, b) => a - b);
  let earned = 0;
  let complete = true;
  for (const level of levels) {
    if (!isReached(applying.filter((ask) => numberOf(ask.level) === level))) {
      complete = false;
      break;
    }
    earned = level;
  }
  const limit = Math.min(...caps.map((cap) => numberOf(cap.level)), Infinity);
  return { earned, level: Math.min(earned, limit), complete: complete && limit >= earned };
}

/** Whether what is asked for at one level is there, as far as it can be seen. */
export function isReached(asks: readonly AssessedAsk[]): boolean {
  return (
    asks.every(({ state }) => state !== 'missing' && state !== 'contradicted') &&
    asks.some(({ state }) => state === 'found' || state === 'attested')
  );
}
