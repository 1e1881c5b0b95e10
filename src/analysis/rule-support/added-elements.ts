import type { Expression, NameExpression } from '../../source/expression';
import type { SourceModel } from '../../source/model';

/** Place of the argument that is added. */
const ADDED_AT: ReadonlyMap<string, number> = new Map([
  ['append', 0],
  ['extend', 0],
  ['insert', 1],
]);

/** What the function around a list adds to it by `append`, `insert` and `extend`. */
export function addedElements(list: NameExpression, model: SourceModel): readonly Expression[] {
  const scope = model.functionAt(list.range.start);
  return model.methodCalls(list.name).flatMap((call) => {
    const position = call.callee.kind === 'attribute' ? ADDED_AT.get(call.callee.name) : undefined;
    if (position === undefined || model.functionAt(call.range.start) !== scope) return [];
    const added = call.argument({ position });
    return added.state === 'given' ? [added.argument.value] : [];
  });
}
