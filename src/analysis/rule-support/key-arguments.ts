import type { Argument, Call } from '../../source/expression';
import type { RuleContext } from '../rule';
import { callAlternatives } from '../../catalog/schema/call-alternatives';
import type { ApiIndex } from '../api-index';

const KEY_KEYWORD = /^(?:[a-z0-9]+_)*(?:api_?key|auth_token|access_token|api_token)$|^(?:token|key)$/;

/** Calls that take a key as their first argument. */
const KEY_FIRST = /^(?:Client|ClientV2|AsyncClient|AsyncClientV2|login|MistralClient)$/;

/** Arguments of a call that, by their keyword or place, hold a key of the client that is made. */
export function keyArguments(call: Call): readonly Argument[] {
  const named = call.arguments.filter(({ keyword }) => keyword !== undefined && KEY_KEYWORD.test(keyword));
  if (named.length > 0) return named;
  const [first] = call.arguments;
  const last = call.names[0]?.split('.').at(-1) ?? '';
  return first && first.keyword === undefined && first.spread === undefined && KEY_FIRST.test(last)
    ? [first]
    : [];
}

const clientModules = new WeakMap<ApiIndex, ReadonlySet<string>>();

/** Whether a call makes a client of a package that the API knowledge knows to call language models. */
export function isModelClient(call: Call, { apis }: RuleContext): boolean {
  const ofLibraries = apis.ofLibraries ?? apis;
  let modules = clientModules.get(ofLibraries);
  if (!modules) {
    modules = new Set(
      ofLibraries.all
        .filter(({ is }) => is === 'llm-call')
        .flatMap((api) => callAlternatives(api.call).map((name) => name.split('.', 1)[0] ?? name)),
    );
    clientModules.set(ofLibraries, modules);
  }
  return call.names.some((name) => modules.has(name.split('.', 1)[0] ?? '') && /\.[A-Z]\w*$/.test(name));
}
