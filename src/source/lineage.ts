const MAX_BASES = 16;

/** A class and those it derives from, nearest first. Circles end, and so do families without end. */
export function lineage<Class>(start: Class, basesOf: (one: Class) => readonly Class[]): readonly Class[] {
  const found = [start];
  for (let at = 0; at < found.length && found.length < MAX_BASES; at++) {
    const current = found[at];
    if (current === undefined) break;
    for (const base of basesOf(current)) if (!found.includes(base)) found.push(base);
  }
  return found;
}
