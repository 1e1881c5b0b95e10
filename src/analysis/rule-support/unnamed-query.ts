import type { Call, Expression } from '../../source/expression';

const METHODS = new Set([
  'execute',
  'executescript',
  'executemany',
  'exec_driver_sql',
  'fetchrow',
  'fetchval',
]);

const RECEIVER = /(?:^|_)(?:cur|curs|cursor|conn|connection|con|db|database|engine)$/i;

/**
 * The query of a call that by its method and its receiver's name runs one, while nobody knows what the receiver is: a
 * connection that was given as a parameter, a cursor of it.
 */
export function unnamedQuery(call: Call): Expression | undefined {
  const { callee } = call;
  if (callee.kind !== 'attribute' || !METHODS.has(callee.name) || call.names.length > 0) return undefined;
  if (!RECEIVER.test(lastName(callee.object))) return undefined;
  const query = call.argument({ position: 0 });
  return query.state === 'given' ? query.argument.value : undefined;
}

function lastName(expression: Expression): string {
  if (expression.kind === 'name' || expression.kind === 'attribute') return expression.name;
  return expression.kind === 'call' ? lastName(expression.callee) : '';
}
