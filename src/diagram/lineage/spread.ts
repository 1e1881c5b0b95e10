/** Something that wants to stand with its centre at `wish`. */
export interface Wish {
  readonly wish: number;
  readonly size: number;
}

/**
 * Centres as near as possible to where each wants to stand (least squares), in the given order, with at least `gap` between neighbours.
 */
export function spread(wishes: readonly Wish[], gap: number): number[] {
  // Without what must lie between them, the centres only have to be in order: then neighbours out of order are pooled to their mean.
  const offsets: number[] = [];
  let offset = 0;
  wishes.forEach(({ size }, at) => {
    if (at > 0) offset += (size + (wishes[at - 1]?.size ?? 0)) / 2 + gap;
    offsets.push(offset);
  });
  const pools: { sum: number; count: number }[] = [];
  wishes.forEach(({ wish }, at) => {
    let pool = { sum: wish - (offsets[at] ?? 0), count: 1 };
    for (
      let last = pools.at(-1);
      last && last.sum / last.count > pool.sum / pool.count;
      last = pools.at(-1)
    ) {
      pool = { sum: pool.sum + last.sum, count: pool.count + last.count };
      pools.pop();
    }
    pools.push(pool);
  });
  const levels = pools.flatMap(({ sum, count }) => Array.from({ length: count }, () => sum / count));
  return levels.map((level, at) => level + (offsets[at] ?? 0));
}
