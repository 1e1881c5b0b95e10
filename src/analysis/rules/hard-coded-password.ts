import type { Call, StringExpression } from '../../source/expression';
import type { Rule, RuleContext } from '../rule';
import { environmentFix } from '../rule-support/environment-fix';
import { saysSecret } from '../rule-support/telling-names';

const NAME =
  /^(?:[a-z\d]+_)*(?:password|passwd|passphrase|pwd|pass|secret|secret_key|api_secret|client_secret|token|auth_token|access_token|api_key|apikey|private_key)$/;
/** Names that end like it: of fields, of words, of what is shown. */
const OTHER =
  /(?:^|_)(?:pad|eos|bos|unk|sep|cls|mask|stop|special|next|input|output|prompt|start|end|image|video|audio|text|tool|think\w*|hash|public|csrf|by|no|bypass|reset|forgot|max|continuation|page|sync|progress)_/;

/** What is no secret although it stands there: nothing, a word for it, a name, a reference, a text for people. */
const HARMLESS =
  /^$|\s|^[<[{].*|[>\]}]$|\$|%|^(?:none|null|true|false|undefined|string|str|password|token|secret|bearer|basic|(?:api[-_]?)?key|empty|ollama|not[-_]needed|no[-_]?key|unused|anonymous|\*+|x+|\.+|-+)$|^(?:your|my|some|enter|insert|replace)[-_ ]?|placeholder|\*{3}|^\.\w+$|^https?:|^\/|\.(?:json|ya?ml|toml|pem|key|txt|env)$|^[A-Z][A-Z\d]*(?:_[A-Z\d]+)+$/i;
/** Made of words of which the last says what it stands for: `new-token`, `x-api-key`, `sasl.password`. */
const SAYS_WHAT = /^[a-z]*(?:[-_./]+[a-z]+)*[-_./](?:key|token|secret|password|passwd|pass)$/i;
/** It says of itself that it is nobody's. */
const MADE_UP =
  /^(?:fake|dummy|mock|sample|example|foo|bar|foobar|baz)(?:[-_.\d]|$)|^test(?:ing)?[-_.]|(?:^|[-_])demo$/i;
/** The same of a key, which nobody gives out like this; a server does start with such a password. */
const UNSET = /^(?:change[-_ ]?|test(?:ing)?$)/i;
const PASSWORD = /(?:^|_)(?:password|passwd|passphrase|pwd|pass|secret|secret_key)$/;
/** A token is a word of many trades: by a general name it counts when it looks like one. */
const ISSUED = /^(?=.*\d)(?=.*[a-z])[\w.-]{6,}$/i;

/** Functions that are told a name and give back what is kept under it. */
const LOOK_UP = /^(?:get|read|fetch|find|load|look_?up|resolve|require|env)(?:$|[_A-Z])/;

function check(literal: StringExpression, context: RuleContext): void {
  const { label, value, isDocstring } = literal;
  if (label === undefined || value === undefined || isDocstring || isQuestion(literal, context)) return;
  report(label, value, literal, context);
}

/** `apiKey = getEnvironmentVariable("BingApiKey")`: the name under which the value is looked up. */
function isQuestion({ range }: StringExpression, { model }: RuleContext): boolean {
  const statement = model.statementAt(range.start);
  const calls = statement ? model.callsIn(statement) : [];
  return calls.some(
    ({ callee, arguments: given }) =>
      (callee.kind === 'name' || callee.kind === 'attribute') &&
      LOOK_UP.test(callee.name) &&
      given[0]?.value.range.start === range.start &&
      given[0].keyword === undefined,
  );
}

/** `connect(user, password="...")` has a label; `auth=("user", "...")` does not. */
function checkCall(call: Call, context: RuleContext): void {
  const auth = call.argument({ keyword: 'auth' });
  if (auth.state !== 'given' || auth.argument.value.kind !== 'collection') return;
  const [, second] = auth.argument.value.elements;
  if (second?.kind === 'string' && second.value !== undefined)
    report('password', second.value, second, context);
}

function report(label: string, value: string, literal: StringExpression, context: RuleContext): void {
  const name = label
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .replaceAll('-', '_')
    .toLowerCase();
  if (!NAME.test(name) || OTHER.test(`${name}_`) || value.length > 200 || isStandIn(name, value)) return;
  if (name.endsWith('token') && !saysSecret(name) && !ISSUED.test(value)) return;
  context.report({
    at: literal,
    subject: label,
    confidence: 'probable',
    message: `\`${label}\` is written out in the source. If it opens anything, change it and read it from the environment or a secret store.`,
    fixes: environmentFix(literal, name.toUpperCase(), context.model),
  });
}

function isStandIn(name: string, value: string): boolean {
  if (value.toLowerCase() === name || value === 'sk-') return true;
  if (HARMLESS.test(value) || SAYS_WHAT.test(value) || MADE_UP.test(value)) return true;
  return UNSET.test(value) && !PASSWORD.test(name);
}

export const rule: Rule = {
  id: 'hard-coded-password',
  title: 'Password or token written out in the source',
  stages: ['pipeline-dev-test', 'continuous-integration', 'llm-develop-experiment'],
  risks: ['owasp-llm-2026:LLM02', 'owasp-llm-2025:LLM02', 'owasp-ml-2023:ML05'],
  cwe: ['CWE-798'],
  atlas: ['AML.T0055'],
  controls: ['C12'],
  severity: 'warning',
  preset: 'strict',
  since: '0.1.0',
  tags: ['secrets'],
  languages: ['python', 'javascript', 'typescript'],
  what: 'Finds literals that are given to a variable, an argument, a default, a key of a dictionary or an attribute named like a password, secret or token, however short. It goes by the name alone, so it is for teams that want to see each such place; keys with the format of a provider are found by `secret-in-source`. A password `changeme` or `admin` counts, since servers are started with it; as a key or token, `changeme` opens nothing and is left alone, and so is whatever says of itself that it is made up (`fake-key`, `test-token`, `dummy`). A plain `token` counts when it holds letters and digits.',
  why: 'A password for a database of features, a registry or a vector store that stands in the source is known to everybody who has the repository, and the same one is soon used in production.',
  fix: 'Read it from the environment or a secret store, and let the program stop when it is missing instead of falling back to a default.',
  references: [
    {
      title: 'CWE-798: Use of Hard-coded Credentials',
      url: 'https://cwe.mitre.org/data/definitions/798.html',
    },
  ],
  examples: {
    bad: [
      {
        title: 'variables, attributes, keys',
        code: 'password = "hunter2"\nself.db_password = "s3cret!"\nsettings["password"] = "letmein"\nconfig = {"user": "app", "password": "Tr0ub4dor"}\n',
        findings: 4,
      },
      {
        title: 'arguments and defaults',
        code: 'connect(host, user="root", password="toor")\nrequests.get(url, auth=("admin", "hunter2"))\n\n\ndef login(user, password="Admin"):\n    pass\n',
        findings: 3,
      },
      {
        title: 'what a server starts with when nobody changes it',
        code: 'import os\n\n\nclass Settings:\n    db_password: str = "changeme"\n    secret_key: str = "change-me"\n\n\nadmin_password = os.environ.get("X") or "admin"\nservice_token = "a1b2c3d4"\ntoken = "4f9d0c2b"\n',
        findings: 5,
      },
      {
        title: 'JavaScript',
        file: 'src/db.ts',
        code: "const pool = new Pool({ user: 'app', password: 'hunter2' });\nconst clientSecret = 'abc-def';\n",
        findings: 2,
      },
    ],
    good: [
      {
        title: 'read or asked for',
        code: 'import getpass\nimport os\n\npassword = os.environ["DB_PASSWORD"]\nsecret = getpass.getpass()\nconnect(host, password=password)\n',
      },
      {
        title: 'nothing, and words for it',
        code: 'password = ""\npassword = None\ntoken = "token"\npassword = "<password>"\napi_key = "your-api-key"\nsecret_key = "DB_SECRET_KEY"\nparser.add_argument("--password", help="password of the store")\n',
      },
      {
        title: 'tokens of a model, names of fields',
        code: 'pad_token = "[PAD]"\neos_token = "eos"\nmask_token = "mask"\nimage_token = "image"\npassword_field = "pw"\nnext_token = "abc"\n',
      },
      {
        title: 'the name under which the value is looked up',
        file: 'src/search.ts',
        code: 'class Search {\n  constructor(apiKey = getEnvironmentVariable("BingApiKey")) {}\n}\nconst clientSecret = secrets.get("oauth-client");\n',
        seen: 'langchain-ai/langchainjs, community/src/tools/bingserpapi.ts',
      },
      {
        title: 'the name of a header, a value made up for a test, stars',
        code: 'X_API_KEY = "x-api-key"\nXET_ACCESS_TOKEN = "X-Xet-Access-Token"\nLAZY = {"SigningSecret": ".signingsecret"}\nclient = Client(api_key="test-api-key")\nmock_creds.token = "fake-oauth-token"\nos.environ["GOOGLE_API_KEY"] = "dummy-api-key"\nheaders["x-goog-api-key"] = "key"\n\ndef evaluate(api_key="sk-****************"):\n    pass\n',
        seen: 'googleapis/python-genai, google/genai/tests; huggingface/huggingface_hub, constants.py; langchain-community, uptrain_callback.py',
      },
      {
        title: 'stand-ins for keys and tokens',
        code: 'api_key = "changeme"\ntoken = "test"\nclient_secret = "updated-secret"\nrefresh_token = "hf_oauth__refresh_token"\nid_token = "FOOBAR"\nos.environ["AWS_SESSION_TOKEN"] = "testing"\napi_key = "docs-demo"\nheaders = {"x-goog-api-key": "manual-key"}\nmock.api_key = "auth_tokens/TEST_AUTH_TOKEN"\n',
        seen: 'googleapis/python-genai, google/genai/tests; huggingface/huggingface_hub, _oauth.py; ray, _common/test_utils.py; langchain-community, document_loaders/etherscan.py',
      },
      {
        title: 'a state, and how a key begins',
        file: 'src/evaluator.ts',
        code: "enum Status {\n  PASS = 'PASS',\n}\nconst local = { PASS: 'PASS', apiKey: 'sk-' };\n",
        seen: 'genkit, ai/src/evaluator.ts; FlowiseAI/Flowise, ChatLocalAI.ts',
      },
      {
        title: 'a way over the data',
        code: 'report_pass = "one-pass"\n',
        seen: 'mne, filter.py',
      },
      {
        title: 'the name of another setting',
        code: 'NAMES = {"sasl_plain_password": "sasl.password", "ssl_password": "ssl.key.password"}\n',
        seen: 'ray, data/_internal/datasource/kafka_datasource.py',
      },
      {
        title: 'tokens of other trades',
        code: 'x = df.map_partitions(M.diff, token="drop-duplicates")\nTOKEN = "__fn_ph"\nNEVER_DEDUP_TOKEN = "__ray_testing_never_deduplicate__"\ntile_token = "TILE"\nchain_break_token = "|"\nword_delimiter_token = "|"\ntoken = "t" if warned else None\n',
        seen: 'dask, dataframe/core.py; ray, tune/impl/placeholder.py, _private/ray_constants.py; transformers, processing_aya_vision.py, tokenization_esmc.py; torchvision, datasets/utils.py',
      },
      {
        title: 'which message of a long task',
        file: 'src/progress.ts',
        code: "await handler({}, { _meta: { progressToken: 'step-123' } });\n",
        seen: 'modelcontextprotocol/servers, src/everything/__tests__/tools.test.ts',
      },
      {
        title: 'an address',
        code: 'token = "https://auth.acme.io/token"\nprivate_key = "/run/secrets/key.pem"\n',
      },
    ],
  },
  triggers: () => [
    'assword',
    'asswd',
    'assphrase',
    'pwd',
    'ecret',
    'PASSWORD',
    'SECRET',
    'oken =',
    'oken=',
    'api_key',
    'apiKey',
    'auth=(',
  ],
  on: { string: check, call: checkCall },
};
