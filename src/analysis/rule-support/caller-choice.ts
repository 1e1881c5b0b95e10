import type { Expression } from '../../source/expression';
import type { SourceModel } from '../../source/model';

/** Decorators and base classes whose class attributes are defaults of constructor arguments. */
const FIELD_CLASSES =
  /(?:^|\.)(?:dataclass|attrs|define|frozen|mutable|BaseModel|BaseSettings|SQLModel|Struct)$/;

/**
 * Whether a value is only the default of a parameter, or of a field of a data class: callers outside this file may pass
 * another, so what rests on it is not certain.
 */
export function isCallerChoice(expression: Expression, model: SourceModel): boolean {
  return (
    isField(expression, model) || model.origins(expression).some(({ parameter }) => parameter !== undefined)
  );
}

/** `self.name` in a method of a data class. */
function isField(expression: Expression, model: SourceModel): boolean {
  if (expression.kind === 'name') {
    const target = model.dereference(expression);
    return target !== expression && target.kind === 'attribute' && isField(target, model);
  }
  if (expression.kind !== 'attribute') return false;
  if (expression.object.kind !== 'name' || expression.object.name !== 'self') return false;
  const className = model.functionAt(expression.range.start)?.className;
  const owner = className === undefined ? undefined : model.classesNamed(className)[0];
  if (!owner) return false;
  const kinds = [...owner.bases, ...owner.decorators.flatMap(({ names }) => names)];
  return kinds.some((name) => FIELD_CLASSES.test(name.replaceAll('()', '')));
}
