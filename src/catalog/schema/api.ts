import * as v from 'valibot';
import { isRegularExpression } from './regular-expression';

/**
 * API knowledge: what a library function *is* (design, section 4). Rules speak of these kinds and never of a library, so
 * that a new library is a data change. The same shape is accepted under `apis:` in a project's `.mlsecops.yaml`.
 *
 * `call` is a qualified name as in `Call.names`; `*` stands for one segment (`transformers.*.from_pretrained`), braces
 * list alternatives within one segment (`openai.{OpenAI,AsyncOpenAI}().responses.create`).
 */
const common = {
  call: v.pipe(v.string(), v.minLength(1)),
  /** The language it belongs to; Python when left out. JavaScript stands for TypeScript too. */
  language: v.optional(v.picklist(['python', 'javascript'])),
  /** Rare word without which a file cannot hold this call; by default the longer of first and last segment. */
  trigger: v.optional(v.string()),
  /** Where the fact is documented. */
  docs: v.optional(v.string()),
};

/**
 * An argument by keyword, by position, or both (keyword wins). With `key`: that entry of the dictionary given as the
 * argument (`model_kwargs={"revision": ...}`).
 */
const argument = v.strictObject({
  keyword: v.optional(v.string()),
  position: v.optional(v.number()),
  key: v.optional(v.string()),
  /** The object that the method is called on (a path that is written to); only for sinks. */
  receiver: v.optional(v.boolean()),
});

/** An argument together with the values that matter; `name` is a qualified name the argument may refer to. */
const scalar = v.union([v.string(), v.number(), v.boolean(), v.null()]);
const simpleCondition = v.strictObject({
  ...argument.entries,
  equals: v.optional(v.array(scalar)),
  name: v.optional(v.array(v.string())),
  /** Matches when the argument is not given, or given as None. */
  absent: v.optional(v.boolean()),
  /** Matches when the argument is written as None. */
  none: v.optional(v.boolean()),
  /** Matches a list, tuple or set with one of these values, or the value itself. */
  includes: v.optional(v.array(scalar)),
  /** Matches a list, tuple or set in which one of these qualified names stands. */
  elements: v.optional(v.array(v.string())),
  /** Matches a text by a regular expression. */
  matches: v.optional(v.pipe(v.string(), v.check(isRegularExpression, 'is no regular expression'))),
  /** Match a number. */
  above: v.optional(v.number()),
  below: v.optional(v.number()),
});

const condition = v.strictObject({
  ...simpleCondition.entries,
  /** Holds only together with all of these. */
  with: v.optional(v.array(simpleCondition)),
});

/**
 * What a value that reaches a place does there: `path` names a file to read or write, `url` an address to fetch, `deserializer` is
 * read by a loader that can run code, `dispatch` chooses which function is called, `log` is written to a log or a trace.
 */
const SINKS = [
  'code',
  'shell',
  'sql',
  'template',
  'html',
  'path',
  'url',
  'deserializer',
  'dispatch',
  'log',
] as const;

/** Reads bytes that can carry code. */
export const deserializationApi = v.strictObject({
  ...common,
  is: v.literal('deserialization'),
  /** Rules select by format. */
  format: v.picklist([
    'pickle',
    'torch',
    'numpy',
    'keras',
    'tensorflow',
    'yaml',
    'jsonpickle',
    'marshal',
    'langchain',
    'torchscript',
    'native',
    'onnx',
    'xml',
    'archive',
  ]),
  /** The reader can do harm, but not run what the file names: reported as information. */
  limited: v.optional(v.boolean()),
  input: v.optional(argument),
  /** Where the bytes come from when no argument holds them: other processes, as a rule of the same program. */
  reads: v.optional(v.literal('process')),
  /** Of interest only for data from there: otherwise the call is too common to say anything. */
  onlyFrom: v.optional(v.literal('network')),
  /** What the text of the input says: it must end so to be of interest, it is harmless when it begins so. */
  inputText: v.optional(
    v.strictObject({
      endsWith: v.optional(v.array(v.string())),
      harmlessStart: v.optional(v.array(v.string())),
    }),
  ),
  /** Dangerous only when one of these holds; left out: always dangerous. */
  unsafeWhen: v.optional(v.array(condition)),
  /** Not dangerous when one of these holds, whatever `unsafeWhen` says. */
  safeWhen: v.optional(v.array(condition)),
  /** From this version of the package the default is safe. */
  safeSince: v.optional(v.strictObject({ package: v.string(), version: v.string() })),
  /** The edit that repairs it: set a keyword, or call something else with the other arguments. */
  fix: v.optional(
    v.union([
      v.strictObject({ setKeyword: v.string(), value: v.string(), safe: v.optional(v.boolean(), false) }),
      v.strictObject({
        replaceCallee: v.string(),
        /** The argument that the other function does not take. */
        drop: v.optional(argument),
        safe: v.optional(v.boolean(), false),
      }),
    ]),
  ),
  /** What to use instead, for the message: `safetensors.torch.load_file`. */
  instead: v.optional(v.string()),
});

/** Fetches a model, dataset or other artifact from elsewhere. */
export const downloadApi = v.strictObject({
  ...common,
  is: v.literal('download'),
  artifact: v.picklist(['model', 'dataset', 'adapter', 'tokenizer', 'space', 'code', 'file']),
  /** Host kind; says how a pinned reference looks. */
  hub: v.picklist([
    'huggingface',
    'torch-hub',
    'tensorflow-hub',
    'ultralytics',
    'spacy',
    'nltk',
    'timm',
    'gradio',
    'modelscope',
    'kaggle',
    'mlflow',
    'wandb',
    'bentoml',
    'http',
    'other',
  ]),
  /** The argument that names what is fetched: repository id, URL or path. */
  source: argument,
  /** The argument that names the file it is stored as; tells what is fetched where the address does not. */
  target: v.optional(argument),
  /** The argument that pins it; left out when the API has none. */
  revision: v.optional(argument),
  /** Arguments that make the download check a content hash: the hash itself, or a switch. */
  digest: v.optional(v.array(argument)),
  /** Conditions under which nothing is fetched (`local_files_only=True`, `pretrained=False`). */
  offlineWhen: v.optional(v.array(condition)),
  /** Fetches only when one of these holds (`pretrained=True`). */
  onlyWhen: v.optional(v.array(condition)),
});

/** Has a switch that lets downloaded code run. */
export const remoteCodeApi = v.strictObject({
  ...common,
  is: v.literal('remote-code'),
  source: v.optional(argument),
  unsafeWhen: v.array(condition),
  /** The keyword and the value that switch it off. */
  fix: v.optional(v.strictObject({ setKeyword: v.string(), value: v.string() })),
});

/** Asks a language model. The result is model output. */
export const llmCallApi = v.strictObject({
  ...common,
  is: v.literal('llm-call'),
  provider: v.string(),
  /** Lists of messages with roles. */
  messages: v.optional(argument),
  /** Arguments that are instructions to the model. */
  system: v.optional(v.array(argument)),
  /** Arguments that are prompt text of the user role. */
  prompt: v.optional(v.array(argument)),
  /** Is one only when the call that made the object meets one of these (a pipeline's task). */
  receiverWhen: v.optional(v.array(condition)),
});

/** Builds a message or a template with a role, to be sent later. */
export const promptApi = v.strictObject({
  ...common,
  is: v.literal('prompt'),
  role: v.picklist(['system', 'user', 'messages']),
  /** The argument that names the role, where there is one; `role` holds when it is not given. */
  roleFrom: v.optional(argument),
  content: argument,
});

/** Returns, or is, something an outsider chose. Also matches attributes (`flask.request.args`). */
export const untrustedInputApi = v.strictObject({
  ...common,
  is: v.literal('untrusted-input'),
  /** For the message: "an HTTP request". */
  origin: v.string(),
});

/** A decorator whose function's parameters an outsider fills: a web route. */
export const requestHandlerApi = v.strictObject({
  ...common,
  is: v.literal('request-handler'),
  origin: v.string(),
  /** For a call that is no decorator: the argument that holds the function, or a list of functions. */
  takes: v.optional(argument),
});

/** A decorator whose function a model calls with arguments of its choice: an agent's tool. */
export const toolFunctionApi = v.strictObject({
  ...common,
  is: v.literal('tool-function'),
  /** For a call that is no decorator: the argument that holds the function, or a list of functions. */
  takes: v.optional(argument),
  /** For a class that tools derive from: the methods that are called with what the model chose; `*` is every public one. */
  methods: v.optional(v.array(v.string())),
});

/** Where a value becomes code, a command, a query, a page. */
export const executionSinkApi = v.strictObject({
  ...common,
  is: v.literal('execution-sink'),
  sink: v.picklist(SINKS),
  input: argument,
  /** `input` is the program, and the positional arguments behind it are its arguments: no shell reads them. */
  separateArguments: v.optional(v.boolean()),
  /** Dangerous only when one of these holds (`shell=True`). */
  unsafeWhen: v.optional(v.array(condition)),
  /** Not dangerous when one of these holds (a second argument with bound parameters). */
  safeWhen: v.optional(v.array(condition)),
});

/** Returns a secret (`os.getenv` with a telling name, a vault client). */
export const secretSourceApi = v.strictObject({
  ...common,
  is: v.literal('secret-source'),
  /** The argument that names the secret; left out when every result is one. */
  name: v.optional(argument),
});

/** Hands the listed arguments through: the result is as trusted as they are. */
export const passThroughApi = v.strictObject({
  ...common,
  is: v.literal('pass-through'),
  input: v.array(argument),
  /** Every other argument becomes part of the result too: the values of a template. */
  everyArgument: v.optional(v.boolean()),
});

/** The result is clean for the listed sinks, whatever went in. */
export const sanitizerApi = v.strictObject({
  ...common,
  is: v.literal('sanitizer'),
  for: v.array(v.picklist([...SINKS, 'prompt', 'secret'])),
});

/**
 * Is risky as it stands, or with certain arguments: a debug server, a certificate check switched off, an agent without a
 * person in the loop. A rule selects by `topic`, so that a new library is a data change.
 */
export const riskyCallApi = v.strictObject({
  ...common,
  is: v.literal('risky-call'),
  /** Kebab-case, names the risk: `tls-off`, `debug-server`. */
  topic: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/u)),
  /**
   * It is not called but assigned to: `attribute` for `session.verify = False`, where the value is argument 0; `element` for
   * `os.environ["KEY"] = "0"`, where `call` names the container, and the value is the argument with the key as its keyword.
   */
  assigned: v.optional(v.picklist(['attribute', 'element'])),
  /** What the call does, for the message, as a verb with its object: "switches certificate checks off". */
  does: v.optional(v.string()),
  /** The argument a value of an outsider would matter in. */
  input: v.optional(argument),
  /** Risky only when one of these holds; left out: always. */
  unsafeWhen: v.optional(v.array(condition)),
  /** Not risky when one of these holds, whatever `unsafeWhen` says. */
  safeWhen: v.optional(v.array(condition)),
  /** The edit that repairs it: set a keyword, take an argument away, or call something else. */
  fix: v.optional(
    v.union([
      v.strictObject({ setKeyword: v.string(), value: v.string(), safe: v.optional(v.boolean(), false) }),
      v.strictObject({ remove: argument, safe: v.optional(v.boolean(), false) }),
      v.strictObject({ replaceCallee: v.string(), safe: v.optional(v.boolean(), false) }),
    ]),
  ),
  /** What to use instead, for the message. */
  instead: v.optional(v.string()),
});

/**
 * Makes or names a part of the AI supply chain that is neither downloaded nor asked here: the client of a hosted model, a vector
 * store, an agent, a suite of evaluations. Inventories are made of it; no rule looks at it.
 */
export const partApi = v.strictObject({
  ...common,
  is: v.literal('part'),
  part: v.picklist([
    'model',
    'adapter',
    'tokenizer',
    'embedding-model',
    'hosted-model',
    'dataset',
    'vector-store',
    'prompt',
    'agent',
    'mcp-server',
    'evaluation',
  ]),
  /** Provider, hub or product; left out where the name itself says it (`openai:gpt-4o`). */
  origin: v.optional(v.string()),
  /** Arguments that name it, the first that is given counts. Left out: it is named by `title`, or by what it is assigned to. */
  names: v.optional(v.array(argument)),
  /** What it is called where no argument names it: `Chroma`. */
  title: v.optional(v.string()),
  /** The argument that says which version of it is used. */
  version: v.optional(argument),
  /** A version that is named stands for one content, which is not replaced. */
  fixed: v.optional(v.boolean()),
  /** It is one only when one of these holds (`pretrained=True`). */
  onlyWhen: v.optional(v.array(condition)),
  /** A call that trains: arguments that hold the model it starts from, and the data; `receiver` is what the method is called on. */
  startsFrom: v.optional(v.array(argument)),
  trainsOn: v.optional(v.array(argument)),
  /** Arguments that name the folder the trained model is written to, or hold settings that do under `output_dir`. */
  writesTo: v.optional(v.array(argument)),
  /** With one of these given an adapter is trained, and what it starts from stays as it is. */
  adapterWhen: v.optional(v.array(condition)),
  /** Arguments that hold or name the models it asks. */
  asks: v.optional(v.array(argument)),
  /** Arguments that hold the model of embeddings it stores. */
  embeddings: v.optional(v.array(argument)),
  /** Arguments that hold lists of tools. */
  tools: v.optional(v.array(argument)),
});

export const apiSchema = v.variant('is', [
  deserializationApi,
  downloadApi,
  remoteCodeApi,
  llmCallApi,
  promptApi,
  untrustedInputApi,
  requestHandlerApi,
  toolFunctionApi,
  executionSinkApi,
  secretSourceApi,
  passThroughApi,
  sanitizerApi,
  riskyCallApi,
  partApi,
]);

export type ApiArgument = v.InferOutput<typeof argument>;
export type ApiCondition = v.InferOutput<typeof condition>;
export type Api = v.InferOutput<typeof apiSchema>;
export type ApiKind = Api['is'];
export type ApiOf<K extends ApiKind> = Extract<Api, { is: K }>;
