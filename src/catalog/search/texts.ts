/** Keys of an entry that are no text, or that are searched in another way. */
const ELSEWHERE = new Set(['id', 'title', 'summary', 'label', 'aliases', 'links']);

/**
 * The texts of an entry of more than one word, but for title and summary: steps, reasons, what to look for. What has no
 * space is an id, a path or a word of the schema.
 */
export function longTexts(entry: object): string[] {
  const texts: string[] = [];
  const collect = (value: unknown): void => {
    if (typeof value === 'string') {
      if (value.includes(' ')) texts.push(value);
    } else if (Array.isArray(value)) {
      value.forEach(collect);
    } else if (typeof value === 'object' && value !== null) {
      Object.values(value).forEach(collect);
    }
  };
  for (const [key, value] of Object.entries(entry)) if (!ELSEWHERE.has(key)) collect(value);
  return texts;
}
