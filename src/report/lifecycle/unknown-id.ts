/** An id that names nothing, with those that look like it. */
export class UnknownIdError extends Error {
  /**
   * @param what what was looked for: `overlay`
   * @param known every id that there is
   */
  constructor(what: string, id: string, known: readonly string[]) {
    const near = nearIds(id, known);
    super(
      `no ${what} is named ${JSON.stringify(id)}; ${near.length > 0 ? `perhaps ${near.join(', ')}` : `there are ${known.join(', ')}`}`,
    );
    this.name = 'UnknownIdError';
  }
}

const MOST = 4;

/** The ids that share most pairs of characters with a misspelt one, the likest first. */
export function nearIds(id: string, known: readonly string[]): string[] {
  const wanted = pairs(id);
  return known
    .map((candidate) => ({ candidate, score: likeness(wanted, pairs(candidate)) }))
    .filter(({ score }) => score > 0.35)
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST)
    .map(({ candidate }) => candidate);
}

function pairs(id: string): Set<string> {
  const text = ` ${id.toLowerCase()} `;
  return new Set(Array.from({ length: text.length - 1 }, (_, at) => text.slice(at, at + 2)));
}

function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const shared = [...one].filter((pair) => other.has(pair)).length;
  return (2 * shared) / (one.size + other.size);
}
