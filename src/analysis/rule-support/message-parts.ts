import type { DictExpression, Expression } from '../../source/expression';
import type { SourceModel } from '../../source/model';
import { addedElements } from './added-elements';
import type { PromptPart } from './prompt-parts';
import { promptRole } from './prompt-role';
import { returnsOf } from './returns-of';

/** Lists inside lists, helper functions inside helper functions: more than this is not read. */
const DEEPEST = 8;

/**
 * The parts of a list of messages, however it is built: a literal list, lists joined with `+`, `append`, a function of the
 * file that returns one. A plain string is what the user says. What cannot be seen gives no parts.
 */
export function messageParts(messages: Expression, model: SourceModel, depth = 0): readonly PromptPart[] {
  if (depth > DEEPEST) return [];
  const within = (expression: Expression): readonly PromptPart[] =>
    messageParts(expression, model, depth + 1);
  const added = messages.kind === 'name' ? addedElements(messages, model).flatMap(within) : [];
  const written = model.dereference(messages);
  switch (written.kind) {
    case 'collection': {
      const pair = written.type === 'tuple' ? rolePair(written.elements, model) : [];
      return pair.length > 0 ? pair : [...written.elements.flatMap(within), ...added];
    }
    case 'dict':
      return [...dictParts(written, model, within), ...added];
    case 'binary':
      return isText(written, model)
        ? [userText(written)]
        : [...within(written.left), ...within(written.right), ...added];
    case 'conditional':
      return [...within(written.whenTrue), ...within(written.whenFalse), ...added];
    case 'string':
      return [userText(written)];
    case 'call':
      return isText(written, model)
        ? [userText(written)]
        : [...returnsOf(written, model).flatMap(within), ...added];
    case 'other':
      return [
        ...written.operands.flatMap((operand) => (operand.kind === 'string' ? [] : within(operand))),
        ...added,
      ];
    default:
      return added;
  }
}

/** The texts of a content that may be a string or a list of blocks (`{"type": "text", "text": …}`). */
export function textParts(content: Expression, model: SourceModel): readonly Expression[] {
  const written = model.dereference(content);
  if (written.kind === 'collection') return written.elements.flatMap((element) => textParts(element, model));
  if (written.kind !== 'dict') return [content];
  const text = entry(written, ['text', 'input_text', 'content', 'parts'], model);
  return text ? textParts(text, model) : [];
}

function dictParts(
  message: DictExpression,
  model: SourceModel,
  within: (expression: Expression) => readonly PromptPart[],
): readonly PromptPart[] {
  const roleName = entry(message, ['role'], model);
  const content = entry(message, ['content', 'parts'], model);
  if (roleName && content) {
    const role = promptRole(roleName, model);
    return textParts(content, model).map((text) => ({ role, content: text, roleName }));
  }
  const inner = entry(message, ['messages'], model);
  if (inner) return within(inner);
  // The values that a template or a chain is filled with.
  return message.entries.flatMap(({ value }) => textParts(value, model).map(userText));
}

/** LangChain's `("system", "You are …")`. */
function rolePair(elements: readonly Expression[], model: SourceModel): readonly PromptPart[] {
  const [roleName, content] = elements;
  if (elements.length !== 2 || !roleName || !content) return [];
  const role = promptRole(roleName, model);
  return role === 'unknown' ? [] : [{ role, content, roleName }];
}

function entry(dict: DictExpression, keys: readonly string[], model: SourceModel): Expression | undefined {
  for (const { key, value } of dict.entries) {
    const name = key && model.evaluate(key);
    if (name?.known && keys.includes(String(name.value))) return value;
  }
  return undefined;
}

function isText(expression: Expression, model: SourceModel): boolean {
  return model.stringParts(expression) !== undefined;
}

function userText(content: Expression): PromptPart {
  return { role: 'user', content };
}
