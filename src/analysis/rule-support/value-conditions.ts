import type { ApiCondition } from '../../catalog/schema/api';
import type { Call, Expression } from '../../source/expression';
import type { SourceModel, Value } from '../../source/model';
import type { ConditionState } from './api-conditions';

type Wanted = Omit<ApiCondition, 'with'>;

/** How an argument's value stands to each thing that a condition asks of it; names of objects are not looked at. */
export function valueState(expression: Expression, wanted: Wanted, model: SourceModel): ConditionState[] {
  const states: ConditionState[] = [];
  const { equals, includes, matches, above, below } = wanted;
  if (equals) states.push(equalsState(expression, equals, model));
  if (includes) states.push(includesState(expression, includes, model));
  const test = (isMet: (value: Value & { known: true }) => boolean): void => {
    const actual = model.evaluate(expression);
    states.push(actual.known ? (isMet(actual) ? 'met' : 'not-met') : 'unknown');
  };
  if (matches !== undefined) {
    const pattern = new RegExp(matches, 'u');
    test(({ value }) => typeof value === 'string' && pattern.test(value));
  }
  if (above !== undefined) test(({ value }) => typeof value === 'number' && value > above);
  if (below !== undefined) test(({ value }) => typeof value === 'number' && value < below);
  return states;
}

/** Whether an argument is written as None, which counts as absent elsewhere. */
export function isWrittenNone(call: Call, wanted: Wanted, model: SourceModel): boolean {
  const found = call.argument(wanted);
  if (found.state !== 'given') return false;
  const value = model.evaluate(found.argument.value);
  return value.known && value.value === null;
}

function equalsState(
  expression: Expression,
  values: NonNullable<Wanted['equals']>,
  model: SourceModel,
): ConditionState {
  const actual = model.evaluate(expression);
  if (!actual.known) return 'unknown';
  return values.some((value) => value === actual.value) ? 'met' : 'not-met';
}

function includesState(
  expression: Expression,
  values: NonNullable<Wanted['includes']>,
  model: SourceModel,
): ConditionState {
  const list = model.dereference(expression);
  if (list.kind !== 'collection') return equalsState(expression, values, model);
  const states = list.elements.map((element) => equalsState(element, values, model));
  if (states.includes('met')) return 'met';
  return states.includes('unknown') ? 'unknown' : 'not-met';
}
