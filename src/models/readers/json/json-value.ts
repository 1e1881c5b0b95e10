/** A value of a JSON text. An object keeps every entry: loaders differ in which of two with the same key they take. */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonObject;

export class JsonObject {
  constructor(
    readonly entries: readonly (readonly [key: string, value: JsonValue])[],
    /** Where its brace is, in characters. */
    readonly offset: number,
  ) {}

  /** The value of a key; the last of several, as Python takes it. */
  get(key: string): JsonValue | undefined {
    for (let at = this.entries.length - 1; at >= 0; at--) {
      const entry = this.entries[at];
      if (entry?.[0] === key) return entry[1];
    }
    return undefined;
  }

  text(key: string): string | undefined {
    const value = this.get(key);
    return typeof value === 'string' ? value : undefined;
  }

  object(key: string): JsonObject | undefined {
    const value = this.get(key);
    return value instanceof JsonObject ? value : undefined;
  }

  list(key: string): readonly JsonValue[] | undefined {
    const value = this.get(key);
    return Array.isArray(value) ? (value as readonly JsonValue[]) : undefined;
  }
}

/** All values in a value, itself first. */
export function* valuesIn(value: JsonValue): Generator<JsonValue> {
  const open: JsonValue[] = [value];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    yield next;
    if (next instanceof JsonObject)
      for (let at = next.entries.length - 1; at >= 0; at--) open.push(next.entries[at]?.[1] ?? null);
    else if (typeof next === 'object' && next !== null)
      for (let at = next.length - 1; at >= 0; at--) open.push(next[at] ?? null);
  }
}
