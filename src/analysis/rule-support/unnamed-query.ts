import type { Call, Expression } from '../../source/expression';
import type { RuleContext } from '../rule';
import { isOwnCode } from './own-code';

/** Methods that take the text of a query, of objects whose name says that they are a connection. */
const METHODS = new Set([
  'execute',
  'executemany',
  'executescript',
  'exec_driver_sql',
  'fetch',
  'fetch_all',
  'fetch_one',
  'fetchrow',
  'fetchval',
  'query',
  'raw',
  'run',
  'sql',
]);

const RECEIVER =
  /(?:^|_)(?:cur|curs|cursor|conn|connection|con|db|database|engine|session|spark|warehouse|duckdb|neo4j|graph|tx|objects|bq|bigquery|snowflake|postgres|sqlite|mysql|pg|pool|prisma|sequelize|knex|clickhouse)(?:_client|_conn|_session)?$/i;

/** A session is also one of HTTP or of an agent: of these only what no other session has counts. */
const GENERAL = /(?:^|_)(?:session|engine|graph)$/i;

const DOCUMENTS = new Set([
  'find',
  'find_one',
  'count_documents',
  'delete_many',
  'delete_one',
  'update_many',
  'update_one',
]);

/**
 * The query of a call that by its method and its receiver's name runs one, while nobody knows what the receiver is: a
 * connection that was given as a parameter, a cursor of it, an object of another module.
 */
export function unnamedQuery(call: Call, { apis, model }: RuleContext): Expression | undefined {
  const { callee } = call;
  if (callee.kind !== 'attribute') return undefined;
  const isDocuments = DOCUMENTS.has(callee.name);
  if (!isDocuments && !METHODS.has(callee.name)) return undefined;
  if (isOwnCode(call) || apis.ofCall(call).length > 0) return undefined;
  const query = call.argument({ position: 0 });
  if (query.state !== 'given') return undefined;
  if (isDocuments) return javascriptOf(query.argument.value, { model });
  const receiver = lastName(callee.object);
  if (!RECEIVER.test(receiver)) return undefined;
  if (
    GENERAL.test(receiver) &&
    callee.name === 'run' &&
    !/neo4j|graph/i.test(receiver + importsOf({ model }))
  )
    return undefined;
  return query.argument.value;
}

/** MongoDB's `$where` takes JavaScript. */
function javascriptOf(filter: Expression, { model }: Pick<RuleContext, 'model'>): Expression | undefined {
  const written = model.dereference(filter);
  if (written.kind !== 'dict') return undefined;
  return written.entries.find(({ key }) => key?.kind === 'string' && key.value === '$where')?.value;
}

function importsOf({ model }: Pick<RuleContext, 'model'>): string {
  return model.ask({
    id: 'graph database',
    ask: ({ imports }) =>
      imports.some(({ module }) => /^(?:neo4j|py2neo|langchain_neo4j)/u.test(module)) ? 'neo4j' : '',
  });
}

function lastName(expression: Expression): string {
  if (expression.kind === 'name' || expression.kind === 'attribute') return expression.name;
  return expression.kind === 'call' ? lastName(expression.callee) : '';
}
