import type { Expression } from '../../source/expression';
import type { SourceModel } from '../../source/model';

/**
 * Whether the function around a value asks, before it uses the value, if it is one of a list (`if choice not in ALLOWED`).
 * What follows then is mostly harmless. Conditions are no part of the source model, so this looks at the words.
 */
export function isTestedForMembership(value: Expression, model: SourceModel): boolean {
  if (value.kind !== 'name' || !/^\w+$/.test(value.name)) return false;
  const around = model.functionAt(value.range.start)?.range;
  const { start, end } = { start: around?.start ?? 0, end: value.range.start };
  const before = around ? model.textAt({ start, end }) : model.text.slice(start, end);
  return new RegExp(`\\b(?:if|elif|while|assert|and|or|not)\\s+\\(?${value.name}\\s+(?:not\\s+)?in\\b`).test(
    before,
  );
}
