/** Steps into data of unknown shape, as a manifest gives it. What is missing or of another type reads as empty. */

/** The table at the keys, empty when there is none. */
export function recordAt(data: unknown, ...keys: readonly string[]): Readonly<Record<string, unknown>> {
  let at = data;
  for (const key of keys) at = isRecord(at) && Object.hasOwn(at, key) ? at[key] : undefined;
  return isRecord(at) ? at : {};
}

export function entriesOf(data: unknown): readonly (readonly [string, unknown])[] {
  return Object.entries(recordAt(data));
}

export function listAt(data: unknown): readonly unknown[] {
  return Array.isArray(data) ? data : [];
}

/** The strings of a list; other elements are left out. */
export function stringsAt(data: unknown): readonly string[] {
  return listAt(data).filter((element) => typeof element === 'string');
}

function isRecord(data: unknown): data is Record<string, unknown> {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}
