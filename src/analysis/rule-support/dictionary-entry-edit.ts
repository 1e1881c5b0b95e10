import type { Call } from '../../source/expression';
import type { SourceModel } from '../../source/model';
import type { SourceEdit } from '../../source/text-edit';
import { keywordEdit } from './keyword-edit';

/**
 * Gives an entry of a dictionary argument a value: replaces it, adds it in front of the others, or adds the argument.
 * Undefined when the dictionary is not written in the call.
 */
export function dictionaryEntryEdit(
  call: Call,
  target: { readonly keyword: string; readonly key: string },
  value: string,
  model: SourceModel,
): SourceEdit | undefined {
  const found = call.argument({ keyword: target.keyword });
  const entryText = `"${target.key}": ${value}`;
  if (found.state === 'absent')
    return keywordEdit(call, { keyword: target.keyword }, `{${entryText}}`, model);
  if (found.state === 'unknown' || !found.argument.inPlace) return undefined;
  const dictionary = found.argument.value;
  if (dictionary.kind !== 'dict' || !model.textAt(dictionary.range).startsWith('{')) return undefined;
  const written = dictionary.entries.find(({ key }) => {
    const known = key && model.evaluate(key);
    return known?.known === true && known.value === target.key;
  });
  if (written) return { range: written.value.range, newText: value };
  const start = dictionary.range.start + 1;
  const rest = dictionary.entries.length > 0 ? ', ' : '';
  return { range: { start, end: start }, newText: entryText + rest };
}
