import type { ApiOf } from '../../catalog/schema/api';
import type { Call, Expression } from '../../source/expression';
import type { RuleContext } from '../rule';
import { isOwnCode } from './own-code';

type ModelCall = ApiOf<'llm-call'>;

const MESSAGES = { keyword: 'messages' };

/** Calls that only the clients of model providers have, whatever object they are made on. */
const SHAPED: Readonly<
  Record<string, readonly { readonly before?: RegExp; readonly with?: RegExp; readonly api: ModelCall }[]>
> = Object.fromEntries(
  [
    [
      ['create', 'acreate', 'parse', 'stream', 'create_with_completion'],
      [
        {
          before: /(?:^|\.)(?:chat\.)?completions(?:\.with_raw_response|\.with_streaming_response)?$/u,
          api: shaped({ messages: MESSAGES, prompt: [{ keyword: 'prompt' }] }),
        },
        {
          before: /(?:^|\.)responses(?:\.with_raw_response)?$/u,
          with: /^(?:input|instructions)$/u,
          api: shaped({ messages: { keyword: 'input' }, system: [{ keyword: 'instructions' }] }),
        },
        {
          before: /(?:^|\.)messages(?:\.with_raw_response)?$/u,
          with: /^(?:max_tokens|system)$/u,
          api: shaped({ messages: MESSAGES, system: [{ keyword: 'system' }] }),
        },
        { before: /(?:^|\.)ChatCompletion$/u, with: /^messages$/u, api: shaped({ messages: MESSAGES }) },
        {
          before: /(?:^|\.)assistants$/u,
          with: /^instructions$/u,
          api: shaped({ system: [{ keyword: 'instructions' }] }),
        },
      ],
    ],
    [
      [
        'generate_content',
        'generate_content_async',
        'generate_content_stream',
        'generateContent',
        'generateContentStream',
      ],
      [{ api: shaped({ prompt: [{ keyword: 'contents', position: 0 }] }) }],
    ],
    [
      ['converse', 'converse_stream'],
      [{ with: /^modelId$/u, api: shaped({ messages: MESSAGES, system: [{ keyword: 'system' }] }) }],
    ],
    [
      ['invoke_model', 'invoke_model_with_response_stream'],
      [{ with: /^(?:modelId|body)$/u, api: shaped({ messages: { keyword: 'body' } }) }],
    ],
    [
      ['complete', 'complete_async'],
      [{ before: /(?:^|\.)chat$/u, with: /^messages$/u, api: shaped({ messages: MESSAGES }) }],
    ],
    [
      ['create_chat_completion', 'chat_completion', 'createChatCompletion', 'chatCompletion'],
      [{ with: /^(?:messages|model)$/u, api: shaped({ messages: MESSAGES }) }],
    ],
  ].flatMap(([names, kinds]) => (names as readonly string[]).map((name) => [name, kinds])),
) as typeof SHAPED;

/** What an object is called that is a model, and what is done with one. */
const MODEL_NAME =
  /(?:^|_)(?:llm|chat_?model|chat_?llm|language_?model|chat_?gpt|gpt[0-9]?|claude|gemini|llama|mistral|deepseek|qwen)(?:_client|_model|_instance|_chain|_engine)?$/iu;
const MODEL_METHODS = new Set([
  'achat',
  'acomplete',
  'agenerate',
  'ainvoke',
  'apredict',
  'ask',
  'astream',
  'call',
  'chat',
  'complete',
  'completion',
  'create_completion',
  'generate',
  'generate_response',
  'generate_text',
  'get_response',
  'invoke',
  'predict',
  'query',
  'run',
  'stream',
  'stream_chat',
  'stream_complete',
]);

/** What a function is called that asks a model. */
const MODELS =
  '(?:llm|gpt(?:_?[0-9o.]+)?|chat_?gpt|openai|anthropic|claude|gemini|ollama|mistral|llama|language_model|chat_?completion)';
const ANSWERS = '(?:completion|response|answer|reply|text|chat|output)';
const ASKING = new RegExp(
  [
    `^_?a?(?:call|ask|query|prompt|invoke|run|chat|chat_with|generate|generate_with|request|send_to)_(?:(?:the|from|an?)_)?${MODELS}(?:_(?:api|model|${ANSWERS}))?$`,
    `^_?a?(?:get|fetch)_${MODELS}_${ANSWERS}$`,
    `^_?(?:llm|gpt|chat_?gpt|openai|anthropic|claude|gemini|ollama)_(?:call|query|ask|generate|complete|completion|chat_completion|chat|response|invoke|request|predict)$`,
  ].join('|'),
  'iu',
);

const LIKELY: ModelCall = {
  is: 'llm-call',
  call: 'a model by its name',
  provider: 'a model',
  messages: { position: 0 },
  system: [{ keyword: 'system' }, { keyword: 'system_prompt' }, { keyword: 'system_message' }],
  prompt: [{ keyword: 'prompt' }],
};

/** Addresses under which models are asked over HTTP. */
const ENDPOINT =
  /\/(?:v\d+(?:beta)?\/)?(?:chat\/completions|completions|messages|responses|complete)\/?(?:[?#]|$)|:(?:stream)?generateContent|\/api\/(?:generate|chat)\/?$|\/\/api-inference\.huggingface\.co|\/\/(?:api\.(?:openai|anthropic|mistral|groq|deepseek|perplexity|together|cohere|x)\.(?:com|ai|xyz)|openrouter\.ai|generativelanguage\.googleapis\.com|localhost:11434)\//iu;
const POSTS =
  /^(?:requests|httpx|aiohttp)\.(?:(?:Session|session|Client|AsyncClient|ClientSession)\(\)\.)?(?:post|request|stream)$/u;

/** The same in JavaScript, where `fetch` is a function. */
const SCRIPT_POSTS =
  /^(?:globals\.(?:window\.|globalThis\.)?(?:fetch|axios)|globals\.axios\.(?:post|request)|(?:axios|got|ky|node-fetch|cross-fetch|undici|superagent|needle)\.(?:default|post|fetch|request|create\(\)\.post))$/u;

const POSTING = new Set(['post', 'request', 'stream']);

const OVER_HTTP: ModelCall = {
  is: 'llm-call',
  call: 'a model over HTTP',
  provider: 'a model',
  messages: { keyword: 'json' },
};

/** The same with a body that the program encodes itself. */
const ENCODED_OVER_HTTP: ModelCall = { ...OVER_HTTP, messages: { keyword: 'data' } };

/** JavaScript's `fetch` takes an encoded body; `axios.post` an object, whose properties are read. */
const BODY_OVER_HTTP: ModelCall = { ...OVER_HTTP, messages: { keyword: 'body' } };
const OBJECT_OVER_HTTP: ModelCall = { ...OVER_HTTP, messages: MESSAGES, system: [{ keyword: 'system' }] };

/**
 * A call that asks a model though its object is not known: by the shape of the call (`….chat.completions.create`), by the address
 * that is posted to, or – likely – by what the object or the function is called (`self.llm.invoke`, `ask_gpt`).
 */
export function unnamedModelCall(call: Call, context: RuleContext): ModelCall | undefined {
  const { callee } = call;
  if (call.names.some((name) => SCRIPT_POSTS.test(name))) {
    return isEndpoint(call, context) ? scriptOverHttp(call) : undefined;
  }
  if (callee.kind !== 'attribute') {
    return callee.kind === 'name' && isLikely(callee, call, context) ? LIKELY : undefined;
  }
  if (POSTING.has(callee.name) && call.names.some((name) => POSTS.test(name)))
    return isEndpoint(call, context) ? overHttp(call) : undefined;
  const shapes = Object.hasOwn(SHAPED, callee.name) ? SHAPED[callee.name] : undefined;
  if (shapes && !isForeign(call, context)) {
    const before = chainOf(callee.object);
    for (const { before: ending, with: keyword, api } of shapes) {
      if (ending && !ending.test(before)) continue;
      if (
        keyword &&
        !call.arguments.some((argument) => argument.keyword !== undefined && keyword.test(argument.keyword))
      )
        continue;
      return api;
    }
  }
  return isLikely(callee, call, context) ? LIKELY : undefined;
}

/** Whether only a name says that a model is asked. */
export function isLikelyModel(api: ModelCall): boolean {
  return api === LIKELY;
}

/** Words of which one stands in every text with such a call. */
export const UNNAMED_MODEL_WORDS: readonly string[] = [
  '.completions.',
  'chat/completions',
  '/v1/messages',
  'api/generate',
  'api/chat',
  'generateContent',
  'generate_content',
  'responses.create',
  'messages.create',
  'invoke_model',
  'llm.',
  'llm(',
  'LLM(',
  'GPT(',
  '_llm',
  '_gpt',
  'chat_model.',
  '.choices[0]',
  'tool_calls',
  'submit_tool_outputs',
];

function isLikely(callee: Expression, call: Call, context: RuleContext): boolean {
  return isNamedLikeModel(callee) && !isForeign(call, context);
}

function isNamedLikeModel(callee: Expression): boolean {
  if (callee.kind !== 'name' && callee.kind !== 'attribute') return false;
  if (callee.name === 'llm' || ASKING.test(inSnakeCase(callee.name))) return true;
  return (
    callee.kind === 'attribute' &&
    MODEL_METHODS.has(inSnakeCase(callee.name)) &&
    MODEL_NAME.test(inSnakeCase(lastName(callee.object)))
  );
}

/**
 * What is known to be something else: a function or method of this file, which is looked into, or a call with an entry of its own. What an
 * object of this file holds is neither: `self.llm.invoke`.
 */
function isForeign(call: Call, { apis }: RuleContext): boolean {
  return isOwnCode(call) || apis.ofCall(call).length > 0;
}

function overHttp(call: Call): ModelCall {
  return call.argument({ keyword: 'json' }).state === 'given' ? OVER_HTTP : ENCODED_OVER_HTTP;
}

function scriptOverHttp(call: Call): ModelCall {
  return call.argument({ keyword: 'body' }).state === 'given' ? BODY_OVER_HTTP : OBJECT_OVER_HTTP;
}

function isEndpoint(call: Call, { model }: RuleContext): boolean {
  const given = [{ keyword: 'url', position: 0 }, { position: 1 }].map((selector) => call.argument(selector));
  return given.some((found) => {
    if (found.state !== 'given') return false;
    const parts = model.stringParts(found.argument.value) ?? [];
    const text = parts.map((part) => (part.kind === 'text' ? part.value : '{}')).join('');
    return ENDPOINT.test(text);
  });
}

/** `askLLM` is `ask_llm` in another language; `ChatOpenAI` is a class in all of them. */
function inSnakeCase(name: string): string {
  if (/^[A-Z]/u.test(name)) return name;
  return name.replaceAll(/(?<=[a-z0-9])(?=[A-Z])/gu, '_').toLowerCase();
}

function chainOf(expression: Expression): string {
  if (expression.kind === 'attribute') return `${chainOf(expression.object)}.${expression.name}`;
  return expression.kind === 'name' ? expression.name : '';
}

function lastName(expression: Expression): string {
  if (expression.kind === 'name' || expression.kind === 'attribute') return expression.name;
  return '';
}

function shaped(facts: Pick<ModelCall, 'messages' | 'system' | 'prompt'>): ModelCall {
  return { is: 'llm-call', call: 'a model by the shape of the call', provider: 'a model', ...facts };
}
