/** Longer names do not fit a side bar of usual width. */
const LONG = 36;
/** Of what is kept, the part that stands at the beginning. */
const START = 1 / 3;

/** A name for a narrow row. A long one is cut in the middle: names of one owner differ at their ends. */
export function cutMiddle(name: string, longest = LONG): string {
  if (name.length <= longest) return name;
  const kept = Math.floor((longest * 2) / 3);
  const start = Math.floor(kept * START);
  return `${name.slice(0, start)}…${name.slice(start - kept)}`;
}
