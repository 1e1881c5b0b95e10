import type { Expression } from '../../source/expression';
import type { SourceModel } from '../../source/model';

/**
 * Whether a value is only the default of a parameter: callers outside this file may pass another, so what rests on it is
 * not certain.
 */
export function isCallerChoice(expression: Expression, model: SourceModel): boolean {
  return model.origins(expression).some(({ parameter }) => parameter !== undefined);
}
