export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** nbformat's "multiline string": a text, or a list of lines with their line ends. */
export function joinLines(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (!Array.isArray(value)) return value === undefined ? '' : undefined;
  return value.filter((line) => typeof line === 'string').join('');
}
