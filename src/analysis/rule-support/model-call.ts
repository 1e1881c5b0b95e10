import type { ApiOf } from '../../catalog/schema/api';
import type { Call } from '../../source/expression';
import type { RuleContext } from '../rule';
import { anyConditionState } from './api-conditions';
import { unnamedModelCall } from './unnamed-model-call';

/** What is known of a call that asks a language model; undefined for every other call. */
export function modelCall(call: Call, context: RuleContext): ApiOf<'llm-call'> | undefined {
  const facts = context.apis.ofKind('llm-call', call, context.model);
  return facts.find((api) => meetsReceiver(call, api, context)) ?? unnamedModelCall(call, context);
}

/** Some objects ask a model only when they were made for it: a pipeline by its task. */
function meetsReceiver(call: Call, { receiverWhen }: ApiOf<'llm-call'>, { model }: RuleContext): boolean {
  if (!receiverWhen) return true;
  const makers = model.origins(call.callee, { stopAt: () => true });
  return makers.some(
    ({ expression }) =>
      expression.kind === 'call' && anyConditionState(expression, receiverWhen, model) === 'met',
  );
}
