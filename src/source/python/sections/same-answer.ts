import type { PlainAnswer } from '../../section';

/** Whether two answers are the same value, or lists of the same things in the same order. */
export function sameAnswer(a: PlainAnswer, b: PlainAnswer): boolean {
  if (typeof a !== 'object' || typeof b !== 'object') return a === b;
  return a.length === b.length && a.every((one, at) => one === b[at]);
}
