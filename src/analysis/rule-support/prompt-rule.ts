import type { Call } from '../../source/expression';
import type { RuleContext, RuleListeners } from '../rule';
import { modelCall } from './model-call';
import { unnamedModelCall } from './unnamed-model-call';
import { promptParts, type PromptPart } from './prompt-parts';

/** Listens to everything that is sent to a model or put into a message for one, part by part. */
export function promptListeners(
  check: (part: PromptPart, call: Call, context: RuleContext) => void,
): RuleListeners {
  return {
    api: {
      'llm-call': (call, api, context) => {
        if (modelCall(call, context) !== api) return;
        for (const part of promptParts(call, api, context.model)) check(part, call, context);
      },
      prompt: (call, api, context) => {
        for (const part of promptParts(call, api, context.model)) check(part, call, context);
      },
    },
    call: (call, context) => {
      const api = unnamedModelCall(call, context);
      if (!api) return;
      for (const part of promptParts(call, api, context.model)) check(part, call, context);
    },
  };
}
