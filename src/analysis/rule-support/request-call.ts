import type { Argument, Call, Expression } from '../../source/expression';
import type { SourceModel } from '../../source/model';

/** Arguments of HTTP clients that carry credentials. */
const CREDENTIALS = new Set(['headers', 'auth', 'cookies', 'params', 'json', 'data']);

/** What a request is sent with, besides its address: the arguments of the call, and those of the client it is sent by. */
export function sentAlong(call: Call, model: SourceModel): readonly Argument[] {
  const own = call.arguments.filter(isCredentials);
  const { callee } = call;
  const client = callee.kind === 'attribute' ? clientOf(callee.object, model) : undefined;
  const ofClient =
    client?.arguments.filter(({ keyword }) => keyword === 'headers' || keyword === 'auth') ?? [];
  return [...own, ...ofClient];
}

function isCredentials({ keyword }: Argument): boolean {
  return keyword !== undefined && CREDENTIALS.has(keyword);
}

/** The call that made the client: `httpx.AsyncClient(headers=...)`. */
function clientOf(object: Expression, model: SourceModel): Call | undefined {
  const made = model.dereference(object);
  if (made.kind === 'call') return made;
  const [origin] = made.kind === 'name' ? model.origins(made) : [];
  return origin?.expression.kind === 'call' ? origin.expression : undefined;
}
