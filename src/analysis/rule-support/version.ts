/**
 * Compares two release versions by their leading numbers (`2.6`, `v2.6.0`, `2.6.0+cu118`); suffixes such as `rc1` are
 * ignored.
 *
 * @returns negative, zero or positive like a sort function; undefined when one has no leading number.
 */
export function compareVersions(a: string, b: string): number | undefined {
  const left = numbersOf(a);
  const right = numbersOf(b);
  if (!left || !right) return undefined;
  for (let at = 0; at < Math.max(left.length, right.length); at++) {
    const difference = (left[at] ?? 0) - (right[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function numbersOf(version: string): number[] | undefined {
  const numbers = /^\s*v?(\d+(?:\.\d+)*)/i.exec(version)?.[1];
  return numbers?.split('.').map(Number);
}
