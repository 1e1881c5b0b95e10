import type { Api, ApiKind } from '../../catalog/schema/api';
import type { Call } from '../../source/expression';
import { containsRange } from '../../source/range';
import { callFacts } from './call-facts';
import { exportedFunctions, type ExportedFunction } from './exported-functions';
import type { FileSummary, SummaryFact } from './file-summary';
import { handOnFacts } from './hand-on-facts';
import { importedName } from './imported-name';
import { aliasesOf, calledNames, constantsOf, ownImports } from './module-names';
import type { OwnModules } from './own-modules';
import { sourceFacts } from './source-facts';
import type { SummaryContext } from './summary-context';

/** More than this of one file is not told to others. */
const MAX_FACTS = 400;

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

/**
 * What a file offers to those that import it.
 *
 * @param asked functions, without the module, of which others want to know whether they hand their arguments on
 */
export function summarize(
  context: SummaryContext,
  modules: OwnModules,
  asked: ReadonlySet<string> = new Set(),
): FileSummary {
  const { model, imported } = context;
  const functions = exportedFunctions(model);
  const facts: SummaryFact[] = [];
  const { telling, hasSource } = tellingCalls(functions, context);
  for (const { call, target, known } of telling) {
    if (facts.length >= MAX_FACTS) break;
    for (const api of known) facts.push(...callFacts(call, api, target, context));
  }
  for (const target of functions) {
    if (facts.length >= MAX_FACTS) break;
    if (hasSource) facts.push(...sourceFacts(target, context));
    if (target.names.some((name) => asked.has(name))) facts.push(...handOnFacts(target, context));
  }
  const imports = ownImports(model, modules);
  // A module that hands a library on holds no more than its name.
  const libraries = imports.filter(({ name }) => name !== undefined && modules.isLibrary(name));
  return {
    imports,
    facts: distinct(facts),
    aliases: aliasesOf(model, functions, modules),
    constants: constantsOf(model),
    called: calledNames(model, modules),
    asked: [...imported.asked, ...libraries.map(importedName)],
    hasSource,
  };
}

interface TellingCalls {
  readonly telling: readonly {
    readonly call: Call;
    /** The exported function around it. */
    readonly target: ExportedFunction | undefined;
    readonly known: readonly Api[];
  }[];
  readonly hasSource: boolean;
}

/** The calls from which something may follow for the functions around them. */
function tellingCalls(functions: readonly ExportedFunction[], context: SummaryContext): TellingCalls {
  const { model, apis } = context;
  const telling: TellingCalls['telling'][number][] = [];
  let hasSource = usesSourceModules(context);
  let at = 0;
  for (const call of model.calls) {
    while (at + 1 < functions.length && startOf(functions[at + 1]) <= call.range.start) at++;
    const all = apis.ofCall(call);
    if (all.length === 0) continue;
    hasSource ||= all.some((api) => SOURCES.has(api.is));
    const known = all.filter((api) => TELLING.has(api.is));
    if (known.length === 0) continue;
    const target = functions[at];
    const isInside = target && containsRange(target.definition.range, call.range);
    telling.push({ call, known, target: isInside ? target : undefined });
  }
  return { telling, hasSource };
}

/** Requests are read through attributes, not calls: an import of a web framework is sign enough. */
function usesSourceModules({ model, imported }: SummaryContext): boolean {
  return (
    [...SOURCES].some((kind) => imported.has(kind)) ||
    model.imports.some(({ module }) => WEB.test(module)) ||
    imported.libraries.some((name) => WEB.test(name))
  );
}

const WEB =
  /^(?:flask|quart|fastapi|starlette|django|rest_framework|aiohttp|sanic|tornado|bottle|falcon|litestar|mcp|fastmcp|streamlit|gradio|chainlit|express|fastify|koa|hono)\b/u;

function startOf(one: ExportedFunction | undefined): number {
  return one?.definition.range.start ?? Infinity;
}

/** Facts without repetition: the first way that leads to one is told. */
function distinct(facts: readonly SummaryFact[]): readonly SummaryFact[] {
  const found = new Map<string, SummaryFact>();
  for (const fact of facts) {
    const key = `${fact.name} ${JSON.stringify(fact.api)}`;
    if (!found.has(key)) found.set(key, fact);
  }
  return [...found.values()].slice(0, MAX_FACTS);
}
