/** A value of a JSON text and where it begins, in characters. */
export type JsonValue =
  | {
      readonly kind: 'object';
      readonly at: number;
      /** In the order of the text, the same key as often as it is there. */
      readonly entries: readonly JsonEntry[];
    }
  | { readonly kind: 'array'; readonly at: number; readonly items: readonly JsonValue[] }
  | { readonly kind: 'string'; readonly at: number; readonly value: string }
  /** `text` as it is written: a number may be larger than one can hold. */
  | { readonly kind: 'number'; readonly at: number; readonly value: number; readonly text: string }
  | { readonly kind: 'boolean'; readonly at: number; readonly value: boolean }
  | { readonly kind: 'null'; readonly at: number };

export interface JsonEntry {
  readonly key: string;
  /** Where the key begins. */
  readonly at: number;
  readonly value: JsonValue;
}

/** The value of a key, of which a later one counts, as it does for the usual readers. */
export function member(value: JsonValue | undefined, key: string): JsonValue | undefined {
  return value?.kind === 'object' ? value.entries.findLast((entry) => entry.key === key)?.value : undefined;
}

/** The text of a string; undefined when it is none. */
export function stringOf(value: JsonValue | undefined): string | undefined {
  return value?.kind === 'string' ? value.value : undefined;
}

/** Every value within a value and itself, each before what it holds. */
export function* valuesWithin(root: JsonValue): Generator<JsonValue> {
  const waiting = [root];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    yield next;
    const inner = next.kind === 'object' ? next.entries.map(({ value }) => value) : [];
    for (const each of (next.kind === 'array' ? next.items : inner).toReversed()) waiting.push(each);
  }
}

/** Keys that an object has twice, anywhere within a value. */
export function* repeatedKeys(root: JsonValue): Generator<JsonEntry> {
  for (const value of valuesWithin(root)) {
    if (value.kind !== 'object') continue;
    const seen = new Set<string>();
    for (const entry of value.entries) {
      if (seen.has(entry.key)) yield entry;
      seen.add(entry.key);
    }
  }
}
