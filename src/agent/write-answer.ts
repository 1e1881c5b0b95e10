import { withoutControlCharacters } from '../report/control-characters';

/** What a tool found. Texts in it may come from files that nobody trusts. */
export interface ToolAnswer {
  /** Given whole; small by its nature. */
  readonly about: Readonly<Record<string, unknown>>;
  /** Given as far as there is room, in this order. */
  readonly lists: Readonly<Record<string, readonly unknown[]>>;
  /** Items of each list that are wanted. */
  readonly limit?: number;
}

export const DEFAULT_LIMIT = 50;
export const MAX_LIMIT = 500;
/** Characters of an answer. More would push out of the agent's mind what it was asked to do. */
export const MAX_CHARACTERS = 60_000;
const MAX_TEXT = 2_000;
const MAX_NESTED = 100;

/** Writes an answer as JSON of a bounded length. What does not fit is counted in `leftOut`. */
export function writeAnswer({ about, lists, limit = DEFAULT_LIMIT }: ToolAnswer): string {
  const answer: Record<string, unknown> = clean(about) as Record<string, unknown>;
  const leftOut: Record<string, number> = {};
  let room = MAX_CHARACTERS - JSON.stringify(answer).length;
  for (const [name, items] of Object.entries(lists)) {
    const kept: unknown[] = [];
    for (const item of items.slice(0, limit)) {
      const part = clean(item);
      room -= JSON.stringify(part).length + 1;
      if (room < 0) break;
      kept.push(part);
    }
    answer[name] = kept;
    if (kept.length < items.length) leftOut[name] = items.length - kept.length;
  }
  return JSON.stringify(Object.keys(leftOut).length > 0 ? { ...answer, leftOut } : answer);
}

/** The same data with every text and list at a bounded length, and nothing in it that a terminal would obey. */
function clean(value: unknown): unknown {
  if (typeof value === 'string') return cleanText(value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const kept = value.slice(0, MAX_NESTED).map(clean);
    const left = value.length - kept.length;
    return left > 0 ? [...kept, `… and ${left} more`] : kept;
  }
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, part]) => part !== undefined)
      .map(([key, part]) => [cleanText(key), clean(part)]),
  );
}

function cleanText(text: string): string {
  const short = text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT)}…` : text;
  return short.split('\n').map(withoutControlCharacters).join('\n');
}
