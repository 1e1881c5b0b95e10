import type { Expression } from '../../source/expression';
import type { SourceModel } from '../../source/model';

/** Whether an expression is one of some texts that are written in the program. */
export function isConstantText(expression: Expression, model: SourceModel): boolean {
  if (model.evaluate(expression).known) return true;
  const origins = model.origins(expression);
  return (
    origins.length > 0 &&
    origins.every(({ expression: from, whole }) => {
      const value = model.evaluate(from);
      return whole && value.known && from.kind === 'string';
    })
  );
}
