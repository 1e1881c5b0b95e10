export type Range = readonly [start: number, end: number];

/** The parts of `[0, size)` that no range covers. */
export function uncovered(ranges: readonly Range[], size: number): Range[] {
  const gaps: Range[] = [];
  let reached = 0;
  for (const [start, end] of [...ranges].sort((a, b) => a[0] - b[0])) {
    if (start > reached) gaps.push([reached, Math.min(start, size)]);
    reached = Math.max(reached, end);
  }
  if (reached < size) gaps.push([reached, size]);
  return gaps.filter(([start, end]) => end > start);
}
