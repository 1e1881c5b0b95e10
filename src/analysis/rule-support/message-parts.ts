import type { Call, DictExpression, Expression } from '../../source/expression';
import type { SourceModel } from '../../source/model';
import { addedElements } from './added-elements';
import { contentsSet } from './contents-set';
import { dictEntry as entry } from './dict-entry';
import type { PromptPart } from './prompt-parts';
import { isScript } from './language';
import { promptRole } from './prompt-role';
import { returnsOf } from './returns-of';

/** Entries of a request's body that are instructions. */
const INSTRUCTIONS = [
  'instructions',
  'preamble',
  'system',
  'systemInstruction',
  'system_instruction',
  'system_message',
  'system_prompt',
];

const ENCODES = /^(?:json|orjson|ujson|simplejson)\.dumps$/u;

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
  const added = [
    ...addedElements(messages, model).flatMap(within),
    ...contentsSet(messages, model).map(({ role, content }) => ({
      role: promptRole(role, model),
      content,
      roleName: role,
    })),
  ];
  const written = model.dereference(messages);
  switch (written.kind) {
    case 'collection': {
      // JavaScript has no tuples: its lists serve for pairs of role and text.
      const mayBePair = written.type === 'tuple' || isScript(model);
      const pair = mayBePair ? rolePair(written.elements, model) : [];
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
      if (written.names.includes('builtins.dict')) return keywordParts(written, model);
      if (written.names.some((name) => ENCODES.test(name))) return encodedParts(written, within);
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
  const content = entry(message, ['content', 'parts', 'message'], model);
  if (roleName && content) {
    const role = promptRole(roleName, model);
    return textParts(content, model).map((text) => ({ role, content: text, roleName }));
  }
  const inner = entry(message, ['messages'], model);
  const instructions = entry(message, INSTRUCTIONS, model);
  if (inner || instructions) {
    const told = instructions ? textParts(instructions, model) : [];
    return [
      ...told.map((content): PromptPart => ({ role: 'system', content })),
      ...(inner ? within(inner) : []),
    ];
  }
  // The values that a template or a chain is filled with.
  return message.entries.flatMap(({ value }) => textParts(value, model).map(userText));
}

/** `json.dumps({"messages": …})` */
function encodedParts(
  call: Call,
  within: (expression: Expression) => readonly PromptPart[],
): readonly PromptPart[] {
  const value = call.argument({ keyword: 'obj', position: 0 });
  return value.state === 'given' ? within(value.argument.value) : [];
}

/** `dict(role="system", content=…)` */
function keywordParts(call: Call, model: SourceModel): readonly PromptPart[] {
  const roleName = call.argument({ keyword: 'role' });
  const content = call.argument({ keyword: 'content' });
  if (roleName.state !== 'given' || content.state !== 'given') return [];
  const role = promptRole(roleName.argument.value, model);
  return textParts(content.argument.value, model).map((text) => ({
    role,
    content: text,
    roleName: roleName.argument.value,
  }));
}

/** LangChain's `("system", "You are …")`. */
function rolePair(elements: readonly Expression[], model: SourceModel): readonly PromptPart[] {
  const [roleName, content] = elements;
  if (elements.length !== 2 || !roleName || !content) return [];
  const role = promptRole(roleName, model);
  return role === 'unknown' ? [] : [{ role, content, roleName }];
}

function isText(expression: Expression, model: SourceModel): boolean {
  return model.stringParts(expression) !== undefined;
}

function userText(content: Expression): PromptPart {
  return { role: 'user', content };
}
