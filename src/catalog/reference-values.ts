/** The texts that `steps` lead to in an entry; `*` is every item of a list. What is not there gives none. */
export function referenceValues(value: unknown, steps: readonly string[], at = 0): readonly string[] {
  const step = steps[at];
  if (step === undefined) return typeof value === 'string' ? [value] : NONE;
  if (step === '*') {
    if (!Array.isArray(value) || value.length === 0) return NONE;
    const items = value as readonly unknown[];
    // Most lists hold ids themselves: they are their own answer.
    if (at === steps.length - 1) return items.filter((item) => typeof item === 'string');
    return items.flatMap((item) => referenceValues(item, steps, at + 1));
  }
  if (typeof value !== 'object' || value === null) return NONE;
  return referenceValues((value as Readonly<Record<string, unknown>>)[step], steps, at + 1);
}

const NONE: readonly string[] = [];
