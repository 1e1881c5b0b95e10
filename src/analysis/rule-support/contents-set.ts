import type { Expression, SubscriptExpression } from '../../source/expression';
import type { SourceModel } from '../../source/model';
import { dictEntry } from './dict-entry';

/** A content that a message is given after it was written. */
export interface ContentSet {
  readonly role: Expression;
  readonly content: Expression;
}

/**
 * What the function around a message, or a list of messages, sets as content: `message["content"] = text`,
 * `messages[0]["content"] = text`.
 */
export function contentsSet(messages: Expression, model: SourceModel): readonly ContentSet[] {
  if (messages.kind !== 'name') return [];
  const scope = model.functionAt(messages.range.start);
  const around = scope ? model.textAt(scope.range) : model.text;
  if (!/\[["']content["']\]\s*=/u.test(around)) return [];
  return (model.assignments ?? []).flatMap(({ target, value }) => {
    if (target.kind !== 'subscript' || keyOf(target, model) !== 'content') return [];
    if (model.functionAt(target.range.start) !== scope) return [];
    const role = roleOf(target.object, messages.name, model);
    return role ? [{ role, content: value }] : [];
  });
}

/** The role of the message that is meant, as it was written. */
function roleOf(message: Expression, name: string, model: SourceModel): Expression | undefined {
  if (message.kind === 'name') {
    return message.name === name ? roleIn(model.dereference(message), model) : undefined;
  }
  if (message.kind !== 'subscript' || message.object.kind !== 'name' || message.object.name !== name) {
    return undefined;
  }
  const list = model.dereference(message.object);
  const place = keyOf(message, model);
  if (list.kind !== 'collection' || typeof place !== 'number') return undefined;
  const element = list.elements.at(place);
  return element && roleIn(model.dereference(element), model);
}

function roleIn(message: Expression, model: SourceModel): Expression | undefined {
  return message.kind === 'dict' ? dictEntry(message, ['role'], model) : undefined;
}

function keyOf({ index }: SubscriptExpression, model: SourceModel): string | number | undefined {
  const value = index && model.evaluate(index);
  return value?.known && (typeof value.value === 'string' || typeof value.value === 'number')
    ? value.value
    : undefined;
}
