import type { Call, Expression } from '../../source/expression';
import type { Origin } from '../../source/model';
import type { RuleContext } from '../rule';
import { flowOptions } from './flow-options';
import { isTool } from './tool-function';

const REQUEST = /^request(?:Info)?$/u;

/** Calls that give the headers or the token of whoever called an MCP server. */
const CALLER = 'mcp-caller-credentials';

/**
 * Where a value comes from, when it is the credential with which a client called an MCP server: its `Authorization` header, its
 * token, or all of its headers.
 */
export function callerCredentials(value: Expression, context: RuleContext): Origin | undefined {
  const { apis, model } = context;
  const isCaller = (call: Call): boolean =>
    apis.ofKind('risky-call', call, model).some(({ topic }) => topic === CALLER);
  const options = flowOptions('secret', isCaller, context);
  return model.origins(value, options).find((origin) => {
    const { expression, parameter } = origin;
    if (expression.kind === 'call')
      return isCaller(expression) && readsCredentials(origin, expression, context);
    return parameter !== undefined && isRequestHeader(origin, context);
  });
}

/** A token as a whole, the headers as a whole, or the one header that matters. */
function readsCredentials(origin: Origin, call: Call, context: RuleContext): boolean {
  if (call.names.some((name) => name.endsWith('get_access_token'))) return origin.access.includes('token');
  const isHeaders = call.names.some((name) => name.endsWith('get_http_headers'));
  if (isHeaders && origin.access.length === 0) return true;
  return readsAuthorization(origin, context);
}

/** `ctx.request_context.request.headers["authorization"]` in a tool. */
function isRequestHeader(origin: Origin, context: RuleContext): boolean {
  const { parameter, access } = origin;
  if (!parameter) return false;
  // What the TypeScript SDK hands to a tool behind its arguments.
  if (access.includes('authInfo') && access.includes('token')) return isTool(parameter.definition, context);
  if (!access.includes('headers') || !access.some((name) => REQUEST.test(name))) return false;
  return isTool(parameter.definition, context) && readsAuthorization(origin, context);
}

function readsAuthorization({ access, path, expression }: Origin, { model }: RuleContext): boolean {
  if (access.some((name) => /^authorization$/i.test(name))) return true;
  if (!access.includes('get()') && !access.includes('headers')) return false;
  const written = [expression.range, ...path.map(({ range }) => range)];
  return written.some(({ start, end }) => {
    const statement = model.statementAt(start) ?? { start, end };
    return /["']authorization["']/i.test(model.textAt(statement));
  });
}
