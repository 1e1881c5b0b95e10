import type { Expression } from '../../source/expression';
import type { SourceModel } from '../../source/model';

/** Who speaks in a part of a prompt. `unknown` when the role is not written in the file. */
export type PromptRole = 'system' | 'user' | 'other' | 'unknown';

const ROLES: Readonly<Record<string, PromptRole>> = {
  system: 'system',
  developer: 'system',
  user: 'user',
  human: 'user',
  assistant: 'other',
  ai: 'other',
  model: 'other',
  tool: 'other',
  function: 'other',
};

/** The role an expression names: a string, or a member of an enumeration (`MessageRole.SYSTEM`). */
export function promptRole(expression: Expression, model: SourceModel): PromptRole {
  const value = model.evaluate(expression);
  const name = value.known ? String(value.value) : model.qualifiedNames(expression)[0]?.split('.').at(-1);
  return ROLES[name?.toLowerCase() ?? ''] ?? 'unknown';
}
