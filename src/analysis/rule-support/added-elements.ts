import type { Expression, NameExpression } from '../../source/expression';
import type { SourceModel } from '../../source/model';

/** What the function around a list adds to it by `append`, `insert` and `extend`. */
export function addedElements(list: NameExpression, model: SourceModel): readonly Expression[] {
  const scope = model.functionAt(list.range.start);
  return model.calls.flatMap((call) => {
    const { callee } = call;
    if (callee.kind !== 'attribute' || callee.object.kind !== 'name' || callee.object.name !== list.name)
      return [];
    if (model.functionAt(call.range.start) !== scope) return [];
    const position = { append: 0, extend: 0, insert: 1 }[callee.name];
    const added = position === undefined ? undefined : call.argument({ position });
    return added?.state === 'given' ? [added.argument.value] : [];
  });
}
