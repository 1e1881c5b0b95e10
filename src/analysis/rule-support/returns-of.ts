import type { Call, Expression } from '../../source/expression';
import type { SourceModel } from '../../source/model';

/** What the function of this file that is called returns; nothing when the name stands for none or for several. */
export function returnsOf({ names }: Call, model: SourceModel): readonly Expression[] {
  const local = names.find((name) => name.startsWith('<local>.'));
  const name = local?.split('.').at(-1);
  const definitions = name === undefined ? [] : model.functionsNamed(name);
  return definitions.length === 1 ? (definitions[0]?.returns ?? []) : [];
}
