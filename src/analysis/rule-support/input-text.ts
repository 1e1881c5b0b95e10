import type { ApiOf } from '../../catalog/schema/api';
import type { Call } from '../../source/expression';
import type { SourceModel } from '../../source/model';
import { readInput } from './outsider-data';

/** Whether the text of a reader's input is one that the API is about: by how it ends, and not by how it begins. */
export function isInputOfInterest(call: Call, api: ApiOf<'deserialization'>, model: SourceModel): boolean {
  if (!api.inputText) return true;
  const { endsWith, harmlessStart } = api.inputText;
  const input = readInput(call, api, { model });
  const parts = input ? model.stringParts(input) : undefined;
  const first = parts?.[0];
  const last = parts?.at(-1);
  const begins = first?.kind === 'text' && harmlessStart?.some((start) => first.value.startsWith(start));
  if (begins) return false;
  return !endsWith || (last?.kind === 'text' && endsWith.some((end) => last.value.endsWith(end)));
}
