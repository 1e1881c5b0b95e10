import type { Expression } from '../../source/expression';
import type { SourceModel } from '../../source/model';

/** Whether an expression is False on every path that is seen. */
export function isFalse(expression: Expression, model: SourceModel): boolean {
  const value = model.evaluate(expression);
  return value.known && value.value === false;
}

/** Whether an expression is True on every path that is seen. */
export function isTrue(expression: Expression, model: SourceModel): boolean {
  const value = model.evaluate(expression);
  return value.known && value.value === true;
}

/** The text of an expression, when it is one and known. */
export function textValue(expression: Expression, model: SourceModel): string | undefined {
  const value = model.evaluate(expression);
  return value.known && typeof value.value === 'string' ? value.value : undefined;
}

/** Whether a name, or what it stands for, is one of those meant. */
export function isWrittenAs(expression: Expression, meant: RegExp, model: SourceModel): boolean {
  if (expression.kind !== 'name' && expression.kind !== 'attribute') return false;
  return [model.textAt(expression.range), ...model.qualifiedNames(expression)].some((name) =>
    meant.test(name),
  );
}
