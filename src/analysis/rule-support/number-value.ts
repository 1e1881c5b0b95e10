import type { Expression } from '../../source/expression';
import type { SourceModel } from '../../source/model';

const INFINITY =
  /^(?:math\.inf|numpy\.(?:inf|Inf|infty|PINF)|torch\.inf|jax\.numpy\.inf|tensorflow\.experimental\.numpy\.inf)$/;

/** The number an expression stands for, infinity in its usual spellings included; undefined when it is not known. */
export function numberValue(expression: Expression, model: SourceModel): number | undefined {
  const value = model.evaluate(expression);
  if (value.known) return typeof value.value === 'number' ? value.value : undefined;
  const seen = model.dereference(expression);
  if (seen.kind === 'call') {
    const [argument] = seen.arguments;
    if (!argument || !seen.names.includes('builtins.float')) return undefined;
    const text = model.evaluate(argument.value);
    if (!text.known) return undefined;
    return typeof text.value === 'string' && /^\+?inf(?:inity)?$/i.test(text.value)
      ? Infinity
      : Number(text.value);
  }
  return model.qualifiedNames(seen).some((name) => INFINITY.test(name)) ? Infinity : undefined;
}
