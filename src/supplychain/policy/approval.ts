/** A list of what is approved and one of what is forbidden. */
export interface Choice {
  readonly allow?: readonly string[] | undefined;
  readonly deny?: readonly string[] | undefined;
}

/** One spelling for what people write in several: `Open AI`, `openai`. */
export function sameSpelling(written: string): string {
  return written.toLowerCase().replaceAll(/[\s_-]/gu, '');
}

/** Whether a value is approved: not forbidden, and among what is approved where that is listed. */
export function isApproved({ allow, deny }: Choice, values: readonly string[]): boolean {
  const spellings = new Set(values.map(sameSpelling));
  const holds = (list: readonly string[]): boolean => list.some((each) => spellings.has(sameSpelling(each)));
  if (deny && holds(deny)) return false;
  return allow === undefined || holds(allow);
}
