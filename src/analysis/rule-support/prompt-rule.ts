import type { Call, Expression } from '../../source/expression';
import type { RuleContext, RuleListeners } from '../rule';
import { messageParts } from './message-parts';
import { modelCall } from './model-call';
import { promptParts, type PromptPart } from './prompt-parts';
import { UNNAMED_MODEL_WORDS, unnamedModelCall } from './unnamed-model-call';

/** Looks at a part of a prompt. `call` is what it is given to; undefined where a list of messages is only written. */
type PromptCheck = (part: PromptPart, call: Call | undefined, context: RuleContext) => void;

/** Words of which one stands in every program that writes prompts, besides those of API knowledge. */
export const PROMPT_WORDS: readonly string[] = [...UNNAMED_MODEL_WORDS, '"role"', "'role'"];

/** As many elements of a list are looked at to see what it holds. */
const LOOKED_AT = 12;

/**
 * Listens to everything that is sent to a model or put into a message for one, part by part. A list of messages with roles is one
 * whoever it is given to: nothing else looks like that.
 */
export function promptListeners(check: PromptCheck): RuleListeners {
  const checkWritten = (value: Expression, call: Call | undefined, context: RuleContext): void => {
    if (!holdsRoles(value)) return;
    for (const part of messageParts(value, context.model)) if (part.roleName) check(part, call, context);
  };
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
      if (api) for (const part of promptParts(call, api, context.model)) check(part, call, context);
      for (const { value } of call.arguments) checkWritten(value, call, context);
    },
    assignment: ({ value }, context) => checkWritten(value, undefined, context),
    function: ({ returns }, context) => {
      for (const value of returns) checkWritten(value, undefined, context);
    },
  };
}

/** A message with its role, or a list with one. */
function holdsRoles(value: Expression): boolean {
  if (value.kind === 'collection') return value.elements.slice(0, LOOKED_AT).some(holdsRoles);
  if (value.kind === 'binary' && value.operator === '+')
    return holdsRoles(value.left) || holdsRoles(value.right);
  if (value.kind !== 'dict') return false;
  const keys = value.entries.map(({ key }) => (key?.kind === 'string' ? key.value : undefined));
  if (keys.includes('role') && (keys.includes('content') || keys.includes('parts'))) return true;
  const inner = value.entries.find(({ key }) => key?.kind === 'string' && key.value === 'messages');
  return inner !== undefined && holdsRoles(inner.value);
}
