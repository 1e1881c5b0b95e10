import type { Call } from '../../source/expression';
import type { Origin, SourceModel } from '../../source/model';
import type { DocumentQuestion } from '../../source/section';
import type { TriggerWord } from '../triggers/trigger-word';
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
  /** Names of the parameter, or of what is read of `self`. */
  readonly words: readonly string[];
  readonly isOfSelf?: true;
  readonly modules: readonly string[];
  readonly reads: (access: readonly string[]) => boolean;
  readonly origin: string;
}[] = [
  {
    words: ['request', 'req'],
    modules: [
      ...[
        'django',
        'rest_framework',
        'aiohttp',
        'sanic',
        'starlette',
        'fastapi',
        'falcon',
        'functions_framework',
      ],
      ...['flask', 'quart', 'pyramid', 'azure', 'litestar', 'robyn', 'ninja', 'blacksheep'],
    ],
    reads: ([first = '']) => SENT.has(first),
    origin: 'an HTTP request',
  },
  {
    words: ['request'],
    isOfSelf: true,
    modules: ['django', 'rest_framework', 'tornado', 'aiohttp'],
    reads: ([first, second = '']) => first === 'request' && SENT.has(second),
    origin: 'an HTTP request',
  },
  {
    words: ['websocket', 'ws', 'socket', 'connection'],
    modules: ['websockets', 'fastapi', 'starlette', 'quart', 'sanic', 'aiohttp'],
    reads: ([first = '']) => first === '*' || first === 'recv()' || first.startsWith('receive'),
    origin: 'a WebSocket message',
  },
  {
    words: ['update'],
    modules: ['telegram'],
    reads: ([first = '']) => /^(?:effective_)?message$|^callback_query$/u.test(first),
    origin: 'a chat message',
  },
];

/**
 * Sets of words one of which stands whole in every program that brings in foreign text by convention alone: what
 * {@link unnamedSource} and {@link conventionalSource} look for.
 */
export const CONVENTIONAL_SETS: readonly (readonly TriggerWord[])[] = [
  ...Object.keys(METHODS).map((method) => [name(method)]),
  ...[...WIDGETS].map((widget) => [moduleWord('streamlit'), name(widget)]),
  ...['etriever', 'ETRIEVER'].flatMap((part) =>
    [...RETRIEVES].map((method): readonly TriggerWord[] => [{ text: part, as: 'text' }, name(method)]),
  ),
  ...['context', '_context', 'ctx', '_ctx'].map((context) => [name('event'), name(context)]),
  ...CONVENTIONS.flatMap(({ words, modules }) =>
    modules.flatMap((module) => words.map((word) => [moduleWord(module), name(word)])),
  ),
];

function name(text: string): TriggerWord {
  return { text, as: 'name' };
}

function moduleWord(text: string): TriggerWord {
  return { text, as: 'module' };
}

/** What an outsider sends through a parameter that a framework fills without any decorator. */
export function conventionalSource(
  { expression, parameter, access }: Origin,
  model: SourceModel,
): string | undefined {
  const name = parameter?.parameter.name ?? (expression.kind === 'name' ? expression.name : undefined);
  if (name === undefined || (parameter === undefined && name !== 'self')) return undefined;
  if (parameter && isLambdaEvent(parameter))
    return readsEvent(access) ? 'the event of a function' : undefined;
  const found = CONVENTIONS.find(
    ({ words, isOfSelf, reads }) => (isOfSelf ? name === 'self' : words.includes(name)) && reads(access),
  );
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

const IMPORTS_STREAMLIT = importing(['streamlit']);

function importing(modules: readonly string[]): DocumentQuestion<boolean> {
  return {
    id: `imports ${modules.join()}`,
    ask: ({ imports }) => imports.some(({ module }) => modules.includes(module.split('.', 1)[0] ?? '')),
  };
}
