import type { ApiArgument, ApiOf } from '../../catalog/schema/api';
import type { Call, Expression } from '../../source/expression';
import type { FunctionDefinition, SourceModel } from '../../source/model';
import type { RuleContext } from '../rule';

/** Kinds of API that say that somebody else calls a function. */
export type HandlerKind = 'request-handler' | 'tool-function';

type HandlerApi = ApiOf<HandlerKind>;

/** By the API knowledge too: a project's own entries change what is known of the same document. */
const known = new WeakMap<SourceModel, WeakMap<RuleContext['apis'], ReadonlyMap<string, HandlerApi[]>>>();

/** What is known of the calls that a function of this file is handed to by its name: `Agent(tools=[search])`. */
export function handedOver(
  { name, className }: FunctionDefinition,
  context: RuleContext,
): readonly HandlerApi[] {
  return className === undefined ? (functionsHandedOver(context).get(name) ?? []) : [];
}

function functionsHandedOver({ apis, model }: RuleContext): ReadonlyMap<string, HandlerApi[]> {
  const perApis = known.get(model) ?? new WeakMap<RuleContext['apis'], ReadonlyMap<string, HandlerApi[]>>();
  known.set(model, perApis);
  const before = perApis.get(apis);
  if (before) return before;
  const found = new Map<string, HandlerApi[]>();
  for (const call of model.calls) {
    for (const api of apis.ofCall(call)) {
      if ((api.is !== 'request-handler' && api.is !== 'tool-function') || !api.takes) continue;
      for (const name of functionNames(call, api.takes, model)) {
        found.set(name, [...(found.get(name) ?? []), api]);
      }
    }
  }
  perApis.set(apis, found);
  return found;
}

function functionNames(call: Call, selector: ApiArgument, model: SourceModel): readonly string[] {
  const argument = call.argument(selector);
  if (argument.state !== 'given') return [];
  const list = model.dereference(argument.argument.value);
  const elements: readonly Expression[] =
    list.kind === 'collection' ? list.elements : [argument.argument.value];
  return elements.flatMap((element) => (element.kind === 'name' ? [element.name] : []));
}
