import type { StringPart } from './expression';
import type { Value } from './model';

/** A value that cannot be seen. */
export const UNKNOWN: Value = { known: false };

/** Longer texts are not worth knowing, and sums of sums can grow without end. */
export const MAX_TEXT = 1_000_000;

/** The value that all of them are; unknown when one is, or two differ. */
export function agreedValue(values: readonly Value[]): Value {
  const first = values[0];
  if (!first?.known) return UNKNOWN;
  return values.every((value) => value.known && value.value === first.value) ? first : UNKNOWN;
}

/** What a condition makes of a value. */
export function isTrue(value: string | number | boolean | null): boolean {
  return value !== null && value !== false && value !== '' && value !== 0;
}

/** The text that parts make; unknown when one of them is put in at run time. */
export function textOfParts(parts: readonly StringPart[] | undefined): Value {
  if (!parts) return UNKNOWN;
  let text = '';
  for (const part of parts) {
    if (part.kind === 'hole') return UNKNOWN;
    text += part.value;
    if (text.length > MAX_TEXT) return UNKNOWN;
  }
  return { known: true, value: text };
}

/** `-x`, `+x`, and the negation as the language spells it. */
export function unaryValue(operator: string, value: Value, negation: string): Value {
  if (!value.known) return UNKNOWN;
  if (operator === negation) return { known: true, value: !isTrue(value.value) };
  if (typeof value.value !== 'number') return UNKNOWN;
  if (operator === '-') return { known: true, value: -value.value };
  return operator === '+' ? value : UNKNOWN;
}
