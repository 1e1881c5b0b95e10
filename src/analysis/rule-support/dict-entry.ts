import type { DictExpression, Expression } from '../../source/expression';
import type { SourceModel } from '../../source/model';

/** The value of the first entry with one of the keys. */
export function dictEntry(
  dict: DictExpression,
  keys: readonly string[],
  model: SourceModel,
): Expression | undefined {
  for (const { key, value } of dict.entries) {
    const name = key && model.evaluate(key);
    if (name?.known && keys.includes(String(name.value))) return value;
  }
  return undefined;
}
