import type { Expression } from '../../source/expression';
import type { SourceModel } from '../../source/model';
import type { Fix } from '../finding';
import { saferValue } from './safer-value';

/** The fix that writes the safer value in place of a risky one, where one is known. */
export function saferValueFixes(value: Expression, model: SourceModel): readonly Fix[] {
  const safer = saferValue(value, model);
  return safer ? [{ title: `Set it to ${safer.text}`, safe: false, edits: safer.edits }] : [];
}
