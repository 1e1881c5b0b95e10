import type { ApiCondition } from '../../catalog/schema/api';
import type { Call, Expression } from '../../source/expression';
import type { SourceModel } from '../../source/model';
import { isCallerChoice } from './caller-choice';
import { findArgument } from './find-argument';
import { isWrittenNone, valueState } from './value-conditions';

/** Whether a condition holds at a call; `unknown` when the argument's value cannot be seen. */
export type ConditionState = 'met' | 'not-met' | 'unknown';

/** Evaluates one condition of an API at a call. A condition that asks for nothing asks for any value. */
export function conditionState(call: Call, condition: ApiCondition, model: SourceModel): ConditionState {
  const own = ownState(call, condition, model);
  if (!condition.with || own === 'not-met') return own;
  const others = condition.with.map((other) => ownState(call, other, model));
  return allOf([own, ...others]);
}

function ownState(call: Call, condition: Omit<ApiCondition, 'with'>, model: SourceModel): ConditionState {
  if (condition.none === true && isWrittenNone(call, condition, model)) return 'met';
  const found = findArgument(call, condition, model);
  if (found.state === 'unknown') return 'unknown';
  if (condition.absent === true && found.state === 'absent') return 'met';
  if (found.state === 'absent') return 'not-met';
  const states: ConditionState[] = valueState(found.value, condition, model);
  if (condition.name) states.push(nameState(found.value, condition.name, model));
  if (condition.elements) states.push(elementsState(found.value, condition.elements, model));
  if (states.length > 0) return anyOf(states);
  return condition.absent === true || condition.none === true ? 'not-met' : 'met';
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

function allOf(states: readonly ConditionState[]): ConditionState {
  if (states.includes('not-met')) return 'not-met';
  return states.includes('unknown') ? 'unknown' : 'met';
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

function elementsState(expression: Expression, names: readonly string[], model: SourceModel): ConditionState {
  const list = model.dereference(expression);
  if (list.kind !== 'collection') return 'unknown';
  const isAny = list.elements.some((one) => nameState(one, names, model) === 'met');
  return isAny ? 'met' : 'not-met';
}
