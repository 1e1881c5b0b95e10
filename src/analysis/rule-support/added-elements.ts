import type { Call, Expression } from '../../source/expression';
import type { SourceModel } from '../../source/model';

/** Place of the argument that is added. */
const ADDED_AT: ReadonlyMap<string, number> = new Map([
  ['append', 0],
  ['appendleft', 0],
  ['extend', 0],
  ['insert', 1],
  ['push', 0],
  ['unshift', 0],
]);

/** What a method calls its object. */
const SELF = new Set(['self', 'this']);

/**
 * What is added to a list by `append`, `insert` and `extend`, or `push` and `unshift`: to a variable by the function around it, to an attribute of `self` by any
 * method of its class.
 */
export function addedElements(list: Expression, model: SourceModel): readonly Expression[] {
  if (list.kind === 'attribute') return addedToAttribute(list.object, list.name, model);
  if (list.kind !== 'name') return [];
  const scope = model.functionAt(list.range.start);
  return model
    .methodCalls(list.name)
    .flatMap((call) => (model.functionAt(call.range.start) === scope ? addedBy(call) : []));
}

function addedToAttribute(object: Expression, name: string, model: SourceModel): readonly Expression[] {
  if (object.kind !== 'name' || !SELF.has(object.name)) return [];
  const className = model.functionAt(object.range.start)?.className;
  if (className === undefined) return [];
  return model
    .methodsOf(className)
    .flatMap(({ range }) => model.callsIn(range).flatMap((call) => (isOn(call, name) ? addedBy(call) : [])));
}

/** Whether it is a method of `self.<name>` that is called. */
function isOn({ callee }: Call, name: string): boolean {
  if (callee.kind !== 'attribute' || callee.object.kind !== 'attribute') return false;
  const { object, name: attribute } = callee.object;
  return attribute === name && object.kind === 'name' && SELF.has(object.name);
}

function addedBy(call: Call): readonly Expression[] {
  const position = call.callee.kind === 'attribute' ? ADDED_AT.get(call.callee.name) : undefined;
  const added = position === undefined ? undefined : call.argument({ position });
  return added?.state === 'given' ? [added.argument.value] : [];
}
