/** Whether one slip of the hand leads from one name to the other: a letter more, less, another, or two swapped. */
export function isOneSlipAway(name: string, other: string): boolean {
  if (name === other || Math.abs(name.length - other.length) > 1) return false;
  let start = 0;
  while (start < name.length && name.charAt(start) === other.charAt(start)) start++;
  let end = 0;
  const shorter = Math.min(name.length, other.length);
  while (end < shorter - start && name.at(-1 - end) === other.at(-1 - end)) end++;
  const left = name.slice(start, name.length - end);
  const right = other.slice(start, other.length - end);
  if (left.length <= 1 && right.length <= 1) return true;
  return (
    left.length === 2 &&
    right.length === 2 &&
    left.charAt(0) === right.charAt(1) &&
    left.charAt(1) === right.charAt(0)
  );
}

/** Whether the slip is one that happens to a short word: a letter left out, doubled or swapped with its neighbour. */
export function isTypicalSlip(name: string, meant: string): boolean {
  if (!isOneSlipAway(name, meant)) return false;
  if (name.length < meant.length) return true;
  if (name.length === meant.length)
    return Array.from(name).sort().join('') === Array.from(meant).sort().join('');
  return name.replace(/(.)\1/gu, '$1') === meant.replace(/(.)\1/gu, '$1');
}
