import type { Api, ApiArgument, ApiOf } from '../../catalog/schema/api';
import type { Call, Expression } from '../../source/expression';
import type { SourceModel } from '../../source/model';
import { findArgument } from './find-argument';
import { messageParts, textParts } from './message-parts';
import { promptRole, type PromptRole } from './prompt-role';

/** A piece of text that is sent to a model, with the role it is sent in. */
export interface PromptPart {
  readonly role: PromptRole;
  readonly content: Expression;
  /** The expression that names the role, where it is written beside the content. */
  readonly roleName?: Expression | undefined;
}

/** Everything a call sends to a model, or puts into a message or template that is sent later. */
export function promptParts(call: Call, api: Api, model: SourceModel): readonly PromptPart[] {
  if (api.is === 'llm-call') return callParts(call, api, model);
  return api.is === 'prompt' ? builderParts(call, api, model) : [];
}

function callParts(call: Call, api: ApiOf<'llm-call'>, model: SourceModel): readonly PromptPart[] {
  const messages = given(call, api.messages, model);
  const inRole = (role: PromptRole, selectors: readonly ApiArgument[]): readonly PromptPart[] =>
    selectors
      .flatMap((selector) => given(call, selector, model) ?? [])
      .flatMap((value) => textParts(value, model))
      .map((content) => ({ role, content }));
  return [
    ...(messages ? messageParts(messages, model) : []),
    ...inRole('system', api.system ?? []),
    ...inRole('user', api.prompt ?? []),
  ];
}

function builderParts(call: Call, api: ApiOf<'prompt'>, model: SourceModel): readonly PromptPart[] {
  const content = given(call, api.content, model);
  if (!content) return [];
  if (api.role === 'messages') return messageParts(content, model);
  const roleName = given(call, api.roleFrom, model);
  const role = roleName ? promptRole(roleName, model) : api.role;
  return textParts(content, model).map((text) => ({ role, content: text, roleName }));
}

function given(call: Call, selector: ApiArgument | undefined, model: SourceModel): Expression | undefined {
  const found = selector && findArgument(call, selector, model);
  return found?.state === 'given' ? found.value : undefined;
}
