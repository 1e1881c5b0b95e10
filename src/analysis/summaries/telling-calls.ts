import type { Api, ApiKind } from '../../catalog/schema/api';
import type { Call } from '../../source/expression';
import { containsRange } from '../../source/range';
import type { ExportedFunction } from './exported-functions';
import { COMMON_SINKS } from './gathering';
import { isNamedLikeSource, lastNames, readsSource } from './source-functions';
import type { SummaryContext } from './summary-context';

/** Kinds of knowledge about a call from which something follows for the function around it. */
const TELLING: ReadonlySet<ApiKind> = new Set([
  'execution-sink',
  'deserialization',
  'prompt',
  'llm-call',
  'download',
]);

const SOURCES: ReadonlySet<ApiKind> = new Set([
  'llm-call',
  'untrusted-input',
  'request-handler',
  'tool-function',
]);

/** What the calls of a file tell of its functions. */
export interface TellingCalls {
  /** Calls to which a parameter of the function around them may come. */
  readonly telling: readonly {
    readonly call: Call;
    readonly target: ExportedFunction;
    readonly known: readonly Api[];
  }[];
  /** The functions with a source in them. */
  readonly holding: ReadonlySet<ExportedFunction>;
  /** The names of what each function calls. */
  readonly callsOf: ReadonlyMap<ExportedFunction, ReadonlySet<string>>;
  /** Whether there may be values in the file that a model or an outsider chose. */
  readonly hasSource: boolean;
  /** Whether there is a call that such values must not come to. */
  readonly hasSink: boolean;
}

/** Goes once through the calls of a file. */
export function tellingCalls(functions: readonly ExportedFunction[], context: SummaryContext): TellingCalls {
  const { model, apis } = context;
  const telling: TellingCalls['telling'][number][] = [];
  const holding = new Set<ExportedFunction>();
  const callsOf = new Map<ExportedFunction, Set<string>>();
  let hasSource = usesSourceModules(context);
  let hasSink = false;
  let at = 0;
  for (const call of model.calls) {
    while (at + 1 < functions.length && startOf(functions[at + 1]) <= call.range.start) at++;
    const around = functions[at];
    const target = around && containsRange(around.definition.range, call.range) ? around : undefined;
    if (target) {
      const names = callsOf.get(target) ?? new Set();
      for (const name of lastNames(call)) names.add(name);
      callsOf.set(target, names);
    }
    const all = apis.ofCall(call);
    if (all.some((api) => SOURCES.has(api.is)) || isNamedLikeSource(call)) {
      hasSource = true;
      if (target) holding.add(target);
    }
    hasSink ||= all.some(isSink);
    if (!target || target.definition.parameters.length <= target.skip) continue;
    const known = all.filter((api) => TELLING.has(api.is));
    if (known.length > 0) telling.push({ call, known, target });
  }
  return { telling, holding, callsOf, hasSource, hasSink };
}

function isSink(api: Api): boolean {
  return api.is === 'execution-sink' && !COMMON_SINKS.has(api.sink);
}

/** Requests are read through attributes, not calls: an import of a web framework is sign enough. */
function usesSourceModules({ model, imported }: SummaryContext): boolean {
  return (
    [...SOURCES].some((kind) => imported.has(kind)) ||
    model.imports.some(({ module }) => WEB.test(module)) ||
    imported.libraries.some((name) => WEB.test(name)) ||
    readsSource(model.text)
  );
}

const WEB =
  /^(?:flask|quart|fastapi|starlette|django|rest_framework|aiohttp|sanic|tornado|bottle|falcon|litestar|functions_framework|pyramid|azure|robyn|ninja|blacksheep|websockets|telegram|mcp|fastmcp|streamlit|gradio|chainlit|express|fastify|koa|hono)\b/u;

function startOf(one: ExportedFunction | undefined): number {
  return one?.definition.range.start ?? Infinity;
}
