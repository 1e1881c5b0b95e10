import type { ApiCondition } from '../../catalog/schema/api';
import type { Call, Expression } from '../../source/expression';
import type { SourceModel } from '../../source/model';
import { isCallerChoice } from './caller-choice';
import { findArgument } from './find-argument';

/** Whether a condition holds at a call; `unknown` when the argument's value cannot be seen. */
export type ConditionState = 'met' | 'not-met' | 'unknown';

/** Evaluates one condition of an API at a call. A condition without `equals`, `name` or `absent` asks for any value. */
export function conditionState(call: Call, condition: ApiCondition, model: SourceModel): ConditionState {
  const found = findArgument(call, condition, model);
  if (found.state === 'unknown') return 'unknown';
  if (condition.absent === true) return found.state === 'absent' ? 'met' : 'not-met';
  if (found.state === 'absent') return 'not-met';
  const states: ConditionState[] = [];
  if (condition.equals) states.push(equalsState(found.value, condition.equals, model));
  if (condition.name) states.push(nameState(found.value, condition.name, model));
  if (states.length === 0) return 'met';
  return anyOf(states);
}

/** Whether at least one of the conditions holds. */
export function anyConditionState(
  call: Call,
  conditions: readonly ApiCondition[],
  model: SourceModel,
): ConditionState {
  return anyOf(conditions.map((condition) => conditionState(call, condition, model)));
}

/** The first of the conditions that certainly holds. */
export function metCondition(
  call: Call,
  conditions: readonly ApiCondition[],
  model: SourceModel,
): ApiCondition | undefined {
  return conditions.find((condition) => conditionState(call, condition, model) === 'met');
}

/** Whether a condition that holds rests on the default of a parameter, so that a caller may choose otherwise. */
export function isChosenByCaller(call: Call, condition: ApiCondition, model: SourceModel): boolean {
  const found = findArgument(call, condition, model);
  return found.state === 'given' && isCallerChoice(found.value, model);
}

function anyOf(states: readonly ConditionState[]): ConditionState {
  if (states.includes('met')) return 'met';
  return states.includes('unknown') ? 'unknown' : 'not-met';
}

function equalsState(
  expression: Expression,
  values: NonNullable<ApiCondition['equals']>,
  model: SourceModel,
): ConditionState {
  const actual = model.evaluate(expression);
  if (!actual.known) return 'unknown';
  return values.some((value) => value === actual.value) ? 'met' : 'not-met';
}

/** A class of this file is judged by the class it derives from, where that is known. */
function nameState(expression: Expression, names: readonly string[], model: SourceModel): ConditionState {
  const all = model.qualifiedNames(expression);
  const foreign = all.filter((name) => !name.startsWith('<local>.'));
  if (foreign.length === 0) return 'unknown';
  const matching = foreign.filter((name) => names.includes(name)).length;
  if (matching === foreign.length) return 'met';
  return matching === 0 ? 'not-met' : 'unknown';
}
