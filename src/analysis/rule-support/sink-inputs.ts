import type { ApiOf } from '../../catalog/schema/api';
import type { Call, Expression } from '../../source/expression';
import type { RuleContext } from '../rule';
import type { Confidence } from '../severity';
import { anyConditionState } from './api-conditions';
import { programInputs, shellInputs } from './shell-inputs';

/** An expression that is executed, with how sure it is that it is. */
export interface SinkInput {
  readonly expression: Expression;
  readonly confidence: Confidence;
}

/** The arguments of a call that become code, a command, a query, a template or a page. */
export function sinkInputs(
  call: Call,
  api: ApiOf<'execution-sink'>,
  context: RuleContext,
): readonly SinkInput[] {
  const { model } = context;
  if (api.safeWhen && anyConditionState(call, api.safeWhen, model) !== 'not-met') return [];
  const found = call.argument(api.input);
  if (found.state !== 'given') return [];
  const { value } = found.argument;
  const state = api.unsafeWhen ? anyConditionState(call, api.unsafeWhen, model) : 'met';
  if (api.separateArguments === true) {
    const written = call.arguments.filter(({ keyword, spread }) => keyword === undefined && !spread);
    return programInputs(
      written.slice(written.indexOf(found.argument)).map((argument) => argument.value),
      model,
    );
  }
  if (api.sink === 'shell') return shellInputs(value, state, model);
  return state === 'met' ? [{ expression: value, confidence: 'certain' }] : [];
}
