import type { Call, DictExpression, Expression } from '../../source/expression';
import type { SourceModel } from '../../source/model';
import { containsRange } from '../../source/range';
import type { SourceEdit } from '../../source/text-edit';
import type { Fix } from '../finding';
import { isScript } from './language';
import type { PromptPart } from './prompt-parts';

/** What stands in the system prompt where the text was. */
const INSTEAD = '(see the message of the user)';

/**
 * Takes a value that is put into a text of the system role out of it and sends it as a message of the user. Only where the list of
 * messages is written in the call, so that there is a place for it. Never safe: the author has to read the sentence again.
 */
export function moveToUserRole(
  value: Expression,
  { content, roleName }: PromptPart,
  call: Call | undefined,
  model: SourceModel,
): readonly Fix[] {
  const hole = content.kind === 'string' ? content.parts.find((part) => isHoleOf(part, value)) : undefined;
  if (!call || !hole || !/^\$?\{[^]*\}$/u.test(model.textAt(hole.range))) return [];
  const added = roleName ? behindMessage(call, content, value, model) : inMessages(call, value, model);
  if (!added) return [];
  const edits = [{ range: hole.range, newText: INSTEAD }, added];
  return [{ title: 'Send it in a message of the user', safe: false, edits }];
}

function isHoleOf(
  part: Extract<Expression, { kind: 'string' }>['parts'][number],
  { range }: Expression,
): boolean {
  return (
    part.kind === 'hole' &&
    part.expression.range.start === range.start &&
    part.expression.range.end === range.end
  );
}

/** Behind the message that the text stood in. */
function behindMessage(
  call: Call,
  content: Expression,
  value: Expression,
  model: SourceModel,
): SourceEdit | undefined {
  for (const argument of call.arguments) {
    const message = argument.inPlace ? messageAround(argument.value, content) : undefined;
    if (!message) continue;
    const { end } = message.range;
    return { range: { start: end, end }, newText: `, ${userMessage(value, model)}` };
  }
  return undefined;
}

function messageAround(expression: Expression, content: Expression): DictExpression | undefined {
  if (!containsRange(expression.range, content.range)) return undefined;
  if (expression.kind === 'dict') {
    const deeper = expression.entries.map((entry) => messageAround(entry.value, content)).find(Boolean);
    return deeper;
  }
  if (expression.kind !== 'collection') return undefined;
  const element = expression.elements.find(({ range }) => containsRange(range, content.range));
  return element?.kind === 'dict' ? element : undefined;
}

/** In front of the messages, where the system prompt is an argument of its own. */
function inMessages(call: Call, value: Expression, model: SourceModel): SourceEdit | undefined {
  const found = call.argument({ keyword: 'messages' });
  if (found.state !== 'given' || !found.argument.inPlace) return undefined;
  const messages = found.argument.value;
  if (messages.kind !== 'collection' || messages.elements[0]?.kind !== 'dict') return undefined;
  const { start } = messages.elements[0].range;
  return { range: { start, end: start }, newText: `${userMessage(value, model)}, ` };
}

function userMessage(value: Expression, model: SourceModel): string {
  const text = model.textAt(value.range);
  return isScript(model) ? `{ role: 'user', content: ${text} }` : `{"role": "user", "content": ${text}}`;
}
