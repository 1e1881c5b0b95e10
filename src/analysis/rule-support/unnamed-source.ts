import type { Call } from '../../source/expression';
import type { Origin, SourceModel } from '../../source/model';
import type { DocumentQuestion } from '../../source/section';
import { isOwnCode } from './own-code';

/** Methods that only one kind of thing has, whatever it is called. */
const METHODS: Readonly<Record<string, string>> = {
  aget_relevant_documents: 'a retrieved document',
  amax_marginal_relevance_search: 'a retrieved document',
  asimilarity_search: 'a retrieved document',
  get_relevant_documents: 'a retrieved document',
  max_marginal_relevance_search: 'a retrieved document',
  similarity_search: 'a retrieved document',
  similarity_search_by_vector: 'a retrieved document',
  similarity_search_with_relevance_scores: 'a retrieved document',
  similarity_search_with_score: 'a retrieved document',
};

/** Widgets of Streamlit on a part of the page that has no name of its own. */
const WIDGETS = new Set(['chat_input', 'file_uploader', 'text_area', 'text_input']);

const RETRIEVER = /(?:^|_)retriever$/i;
const RETRIEVES = new Set(['ainvoke', 'aretrieve', 'invoke', 'retrieve']);

/** What a call gives that by its method alone is known to bring in foreign text. */
export function unnamedSource(call: Call, model: SourceModel): string | undefined {
  const { callee } = call;
  if (callee.kind !== 'attribute' || isOwnCode(call)) return undefined;
  const method = Object.hasOwn(METHODS, callee.name) ? METHODS[callee.name] : undefined;
  if (method !== undefined && Object.hasOwn(METHODS, callee.name)) return method;
  if (WIDGETS.has(callee.name) && model.ask(IMPORTS_STREAMLIT)) return 'a Streamlit input';
  const { object } = callee;
  const owner = object.kind === 'name' || object.kind === 'attribute' ? object.name : '';
  return RETRIEVES.has(callee.name) && RETRIEVER.test(owner) ? 'a retrieved document' : undefined;
}

/** What a request holds of what was sent, in one framework or another. */
const SENT = new Set([
  'COOKIES', 'FILES', 'GET', 'META', 'POST', 'args', 'body', 'body()', 'cookies', 'data', 'files', 'form', 'form()',
  'get_body()', 'get_data()', 'get_json()', 'get_media()', 'get_param()', 'headers', 'json', 'json()', 'match_info',
  'media', 'params', 'path_params', 'post()', 'query', 'query_params', 'rel_url', 'stream()', 'text()', 'values',
]); // prettier-ignore

/** Parameters that frameworks fill by convention, with what is read of them. */
const CONVENTIONS: readonly {
  readonly parameter: RegExp;
  readonly modules: RegExp;
  readonly reads: (access: readonly string[]) => boolean;
  readonly origin: string;
}[] = [
  {
    parameter: /^(?:request|req)$/u,
    modules:
      /^(?:django|rest_framework|aiohttp|sanic|starlette|fastapi|falcon|functions_framework|flask|quart|pyramid|azure|litestar|robyn|ninja|blacksheep)(?:\.|$)/u,
    reads: ([first = '']) => SENT.has(first),
    origin: 'an HTTP request',
  },
  {
    parameter: /^self$/u,
    modules: /^(?:django|rest_framework|tornado|aiohttp)(?:\.|$)/u,
    reads: ([first, second = '']) => first === 'request' && SENT.has(second),
    origin: 'an HTTP request',
  },
  {
    parameter: /^(?:websocket|ws|socket|connection)$/u,
    modules: /^(?:websockets|fastapi|starlette|quart|sanic|aiohttp)(?:\.|$)/u,
    reads: ([first = '']) => first === '*' || first === 'recv()' || first.startsWith('receive'),
    origin: 'a WebSocket message',
  },
  {
    parameter: /^update$/u,
    modules: /^telegram(?:\.|$)/u,
    reads: ([first = '']) => /^(?:effective_)?message$|^callback_query$/u.test(first),
    origin: 'a chat message',
  },
];

/** What an outsider sends through a parameter that a framework fills without any decorator. */
export function conventionalSource(
  { expression, parameter, access }: Origin,
  model: SourceModel,
): string | undefined {
  const name = parameter?.parameter.name ?? (expression.kind === 'name' ? expression.name : undefined);
  if (name === undefined || (parameter === undefined && name !== 'self')) return undefined;
  if (parameter && isLambdaEvent(parameter))
    return readsEvent(access) ? 'the event of a function' : undefined;
  const found = CONVENTIONS.find((one) => one.parameter.test(name) && one.reads(access));
  return found && model.ask(importing(found.modules)) ? found.origin : undefined;
}

/** `def handler(event, context)`: what AWS Lambda calls. */
function isLambdaEvent({ definition, parameter }: NonNullable<Origin['parameter']>): boolean {
  const [first, second] = definition.parameters;
  return (
    definition.className === undefined &&
    definition.parameters.length === 2 &&
    first === parameter &&
    first.name === 'event' &&
    second !== undefined &&
    /^_?(?:context|ctx)$/u.test(second.name) &&
    definition.decorators.length <= 2
  );
}

/** Records and bookkeeping of the service are not chosen by anybody outside. */
function readsEvent([first = '', ...rest]: readonly string[]): boolean {
  return !/^(?:requestContext|resource|httpMethod|stageVariables|version|routeKey)$/u.test(
    first === 'get()' ? (rest[0] ?? '') : first,
  );
}

const IMPORTS_STREAMLIT = importing(/^streamlit(?:\.|$)/u);

function importing(modules: RegExp): DocumentQuestion<boolean> {
  return {
    id: `imports ${modules.source}`,
    ask: ({ imports }) => imports.some(({ module }) => modules.test(module)),
  };
}
