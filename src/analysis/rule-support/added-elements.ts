import type { Call, Expression, NameExpression } from '../../source/expression';
import type { SourceModel } from '../../source/model';
import { oncePerModel } from '../once-per-model';

const ADDED_AT: Readonly<Record<string, number>> = { append: 0, extend: 0, insert: 1 };

/** What the function around a list adds to it by `append`, `insert` and `extend`. */
export function addedElements(list: NameExpression, model: SourceModel): readonly Expression[] {
  const additions = additionsByName(model).get(list.name) ?? [];
  if (additions.length === 0) return [];
  const scope = model.functionAt(list.range.start);
  return additions.flatMap(({ call, position }) => {
    if (model.functionAt(call.range.start) !== scope) return [];
    const added = call.argument({ position });
    return added.state === 'given' ? [added.argument.value] : [];
  });
}

interface Addition {
  readonly call: Call;
  /** Place of the argument that is added. */
  readonly position: number;
}

/** The calls that add to a variable, by its name. */
const additionsByName = oncePerModel((model): ReadonlyMap<string, readonly Addition[]> => {
  const additions = new Map<string, Addition[]>();
  for (const call of model.calls) {
    const { callee } = call;
    if (callee.kind !== 'attribute' || !Object.hasOwn(ADDED_AT, callee.name)) continue;
    const { object } = callee;
    const position = ADDED_AT[callee.name];
    if (object.kind !== 'name' || position === undefined) continue;
    const known = additions.get(object.name);
    if (known) known.push({ call, position });
    else additions.set(object.name, [{ call, position }]);
  }
  return additions;
});
