import type { Call, Expression } from '../../source/expression';
import type { SourceModel } from '../../source/model';

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
 * Calls that by their method and their receiver's name run a query, while nobody knows what the receiver is: a connection
 * that was given as a parameter, a cursor of it.
 */
export function unnamedQueries(
  model: SourceModel,
): readonly { readonly call: Call; readonly query: Expression }[] {
  return model.calls.flatMap((call) => {
    const { callee } = call;
    if (call.names.length > 0 || callee.kind !== 'attribute' || !METHODS.has(callee.name)) return [];
    if (!RECEIVER.test(lastName(callee.object))) return [];
    const query = call.argument({ position: 0 });
    return query.state === 'given' ? [{ call, query: query.argument.value }] : [];
  });
}

function lastName(expression: Expression): string {
  if (expression.kind === 'name' || expression.kind === 'attribute') return expression.name;
  return expression.kind === 'call' ? lastName(expression.callee) : '';
}
