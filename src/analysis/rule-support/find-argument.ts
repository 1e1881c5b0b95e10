import type { ApiArgument } from '../../catalog/schema/api';
import type { Argument, Call, Expression } from '../../source/expression';
import type { SourceModel } from '../../source/model';

/** What an API's argument holds at a call. `argument` is the one written in the call, also when `value` is a part of it. */
export type FoundArgument =
  | { readonly state: 'given'; readonly value: Expression; readonly argument: Argument }
  | { readonly state: 'absent' }
  | { readonly state: 'unknown' };

/**
 * Finds the argument that an API describes: by keyword, by position, or as the entry of a dictionary argument. An
 * explicit None counts as absent, as it does in the libraries described.
 */
export function findArgument(call: Call, selector: ApiArgument, model: SourceModel): FoundArgument {
  const found = call.argument(selector);
  if (found.state !== 'given') return found;
  const { argument } = found;
  if (isNone(argument.value, model)) return { state: 'absent' };
  if (selector.key === undefined) return { state: 'given', value: argument.value, argument };
  const entry = dictionaryEntry(argument.value, selector.key, model);
  return entry.state === 'given' ? { ...entry, argument } : entry;
}

type Entry =
  { readonly state: 'given'; readonly value: Expression } | { readonly state: 'absent' | 'unknown' };

function dictionaryEntry(expression: Expression, key: string, model: SourceModel): Entry {
  const dictionary = model.dereference(expression);
  if (dictionary.kind === 'call' && dictionary.names.includes('builtins.dict')) {
    return keywordEntry(dictionary, key, model);
  }
  if (dictionary.kind !== 'dict') return { state: 'unknown' };
  let unseen = false;
  for (const entry of [...dictionary.entries].reverse()) {
    const name = entry.key === undefined ? undefined : model.evaluate(entry.key);
    if (name?.known !== true) unseen = true;
    else if (name.value === key) {
      if (unseen) return { state: 'unknown' };
      return isNone(entry.value, model) ? { state: 'absent' } : { state: 'given', value: entry.value };
    }
  }
  return { state: unseen ? 'unknown' : 'absent' };
}

function isNone(expression: Expression, model: SourceModel): boolean {
  const value = model.evaluate(expression);
  return value.known && value.value === null;
}

/** `dict(use_docker=False)` */
function keywordEntry(call: Call, key: string, model: SourceModel): Entry {
  const found = call.argument({ keyword: key });
  if (found.state !== 'given') return found;
  const { value } = found.argument;
  return isNone(value, model) ? { state: 'absent' } : { state: 'given', value };
}
