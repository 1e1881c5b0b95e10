import type { Call, Expression, SubscriptExpression } from '../../source/expression';
import type { SourceModel } from '../../source/model';

/** Tables that hold everything that has a name: functions, classes and modules alike. */
const TABLES = new Set(['builtins.globals', 'builtins.locals', 'builtins.vars']);

const GLOBAL_OBJECT = /^globals\.(?:globalThis|window|global|self)$/u;

/**
 * The look-up by which a function is called out of a table of all names: `globals()[name](…)`, also when it was given a name of its
 * own first.
 */
export function namedAtRunTime(call: Call, model: SourceModel): SubscriptExpression | undefined {
  const { callee } = call;
  if (callee.kind !== 'name' && callee.kind !== 'subscript') return undefined;
  const looked = model.dereference(callee);
  return looked.kind === 'subscript' && isTable(looked.object, model) ? looked : undefined;
}

function isTable(object: Expression, model: SourceModel): boolean {
  if (object.kind === 'name' && object.name === 'this') return true;
  const table = model.dereference(object);
  if (model.qualifiedNames(table).some((name) => GLOBAL_OBJECT.test(name))) return true;
  if (table.kind === 'attribute') return table.name === '__dict__';
  return table.kind === 'call' && table.names.some((name) => TABLES.has(name));
}
