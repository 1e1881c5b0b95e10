import type { ApiOf } from '../../catalog/schema/api';
import type { Call } from '../../source/expression';
import type { RuleContext, RuleListeners } from '../rule';
import type { Confidence, Severity } from '../severity';
import { anyConditionState, isChosenByCaller, metCondition } from './api-conditions';
import { calleeName } from './call-text';
import { riskyCallFixes } from './risky-call-fixes';

type RiskyCallApi = ApiOf<'risky-call'>;

/** What a rule about risky calls says, and what it makes of a single case. */
export interface RiskyCallTexts {
  /** The topics of the API knowledge it is about. */
  readonly topics: readonly string[];
  /** For an API that does not say what it does. */
  readonly does?: string;
  /** The second sentence: what follows from it and what to do. */
  readonly advice: string;
  /** How a case is to be reported; `silent` where it is none after all. */
  readonly weigh?: (call: Call, api: RiskyCallApi, context: RuleContext) => RiskyCallWeight | 'silent';
}

export interface RiskyCallWeight {
  readonly severity?: Severity;
  readonly confidence?: Confidence;
}

/** Listens to the calls that the API knowledge lists under the given topics and reports those that are risky as they are written. */
export function riskyCallListeners(texts: RiskyCallTexts): RuleListeners {
  return {
    api: {
      'risky-call': (call, api, context) => {
        if (texts.topics.includes(api.topic)) reportRiskyCall(call, api, texts, context);
      },
    },
  };
}

function reportRiskyCall(call: Call, api: RiskyCallApi, texts: RiskyCallTexts, context: RuleContext): void {
  const { model } = context;
  if (anyConditionState(call, api.safeWhen ?? [], model) !== 'not-met') return;
  const met = api.unsafeWhen && metCondition(call, api.unsafeWhen, model);
  if (api.unsafeWhen && !met) return;
  const weight = texts.weigh?.(call, api, context) ?? {};
  if (weight === 'silent') return;
  const isUnsure = call.nameConfidence === 'probable' || (met && isChosenByCaller(call, met, model));
  const callee = calleeName(call, model).replace(/^builtins\./u, '');
  context.report({
    at: call,
    message: `\`${callee}\` ${api.does ?? texts.does ?? 'is risky here'}. ${texts.advice}`,
    subject: callee,
    ...weight,
    ...(isUnsure ? { confidence: 'probable' as const } : {}),
    fixes: riskyCallFixes(call, api, met, model),
  });
}
