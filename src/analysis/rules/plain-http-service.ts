import { isProgramLanguage } from '../../source/program-language';
import type { Call, Expression, StringExpression } from '../../source/expression';
import type { Fix } from '../finding';
import { isOwnHost, plainHttpHost } from '../rule-support/own-host';
import { isServiceVariable, serviceKind } from '../rule-support/service-address';
import type { Rule, RuleContext } from '../rule';

/** An address that is plain begins a text. */
const QUOTED = ['"http://', "'http://", '`http://'];

/** Parts of the names of services, their clients and the settings that say where they are. */
const SERVICES = (
  'openai anthropic langchain llama_index mlflow qdrant weaviate milvus elasticsearch opensearch chromadb ollama litellm pandas polars wandb langfuse mistralai cohere groq huggingface_hub dspy ' +
  'baseURL baseUrl BaseUrl BaseURL modelcontextprotocol ai-sdk _URL _URI _HOST _BASE _ENDPOINT base_url api_base server_url model_url inference_url'
).split(' ');

/** An identifier that looks like an address (`http://www.w3.org/...`). */
const NAMESPACE = /^(?:www\.)?(?:w3\.org|schemas?\.|purl\.org|xmlns\.)/i;

/** Arguments of clients of models that are addresses; others are prompts and pictures. */
const ADDRESS_KEYWORD = /(?:^|_)(?:url|urls|base|endpoint|host|hosts|uri|server|address)$/i;

/** A variable, setting or environment variable named for a service. */
function checkString(literal: StringExpression, context: RuleContext): void {
  if (literal.isDocstring || literal.label === undefined || !isServiceVariable(literal.label)) return;
  report(literal, 'prompts, data or models', context);
}

/** An argument of a client. */
function checkCall(call: Call, context: RuleContext): void {
  const kind = call.names.map(serviceKind).find((one) => one !== undefined);
  if (!kind) return;
  for (const { keyword, value } of call.arguments) {
    if (!kind.isData && !(keyword === undefined ? opensConnection(call) : ADDRESS_KEYWORD.test(keyword)))
      continue;
    for (const address of addresses(value, context)) report(address, kind.sends, context);
  }
}

/** A constructor, or a function that says where a service is. */
function opensConnection({ callee }: Call): boolean {
  const name = callee.kind === 'name' || callee.kind === 'attribute' ? callee.name : '';
  return /^[A-Z]|^(?:set_|connect|init|from_|create_)/.test(name);
}

function addresses(value: Expression, { model }: RuleContext): readonly Expression[] {
  const seen = model.dereference(value);
  if (seen.kind === 'call' && seen.names.includes('globals.URL')) {
    return seen.arguments.slice(0, 1).map((argument) => argument.value);
  }
  if (seen.kind === 'collection') return seen.elements;
  if (seen.kind === 'dict') return seen.entries.map((entry) => entry.value);
  return [value];
}

function report(at: Expression, sends: string, context: RuleContext): void {
  const { model } = context;
  const parts = model.stringParts(at) ?? [];
  const [first] = parts;
  if (first?.kind !== 'text' || parts.some((part) => part.kind === 'text' && /\s/.test(part.value))) return;
  const host = plainHttpHost(first.value);
  if (host === undefined || isOwnHost(host) || NAMESPACE.test(host)) return;
  context.report({
    at,
    subject: host,
    message: `\`http://${host}\` gets or sends ${sends} without encryption. Anybody on the way can read and change them; use https.`,
    fixes: httpsFixes(at, context),
  });
}

function httpsFixes(at: Expression, { model }: RuleContext): readonly Fix[] {
  const found = at.kind === 'string' ? model.textAt(at.range).indexOf('http://') : -1;
  if (found < 0) return [];
  const start = at.range.start + found;
  return [
    {
      title: 'Use https',
      safe: false,
      edits: [{ range: { start, end: start + 'http://'.length }, newText: 'https://' }],
    },
  ];
}

export const rule: Rule = {
  id: 'plain-http-service',
  title: 'Model, data or tracking service over plain http',
  stages: ['llm-develop-experiment', 'llm-operate', 'data-engineering', 'model-serving', 'experimentation'],
  risks: [
    'owasp-llm-2026:LLM02',
    'owasp-llm-2025:LLM02',
    'owasp-ml-2023:ML02',
    'owasp-ml-2023:ML06',
    'owasp-agentic-2026:ASI07',
  ],
  cwe: ['CWE-319'],
  atlas: ['AML.T0010.002', 'AML.T0024'],
  controls: ['C26', 'C30'],
  severity: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  tags: ['transport', 'llm', 'datasets'],
  languages: ['python', 'javascript', 'typescript'],
  what: 'Finds addresses that begin with `http://` where a library for models, vector stores, experiment tracking or tables of data takes them, or where a variable says that it is the address of such a service. This machine, private addresses and names without a domain are not reported.',
  why: 'Prompts, documents and the API key can be read by everybody on the way, and answers, datasets and models can be exchanged. A dataset that was exchanged poisons every model that learns from it, and nothing shows it later.',
  fix: 'Write `https://`. Where the server has no certificate, put a proxy with TLS in front of it or reach it through a private network. For a public dataset that only offers http, compare a hash.',
  references: [
    {
      title: 'CWE-319: Cleartext Transmission of Sensitive Information',
      url: 'https://cwe.mitre.org/data/definitions/319.html',
    },
    {
      title: 'MLflow: tracking server with TLS and authentication',
      url: 'https://mlflow.org/docs/latest/ml/auth/',
    },
  ],
  examples: {
    bad: [
      {
        title: 'a model service',
        code: 'from openai import OpenAI\n\nclient = OpenAI(base_url="http://llm.acme.io:8000/v1", api_key=key)\n',
      },
      {
        title: 'with the port put in',
        code: 'from langchain_openai import ChatOpenAI\n\nllm = ChatOpenAI(openai_api_base=f"http://llm.acme.io:{port}/v1")\n',
      },
      { title: 'tracking', code: 'import mlflow\n\nmlflow.set_tracking_uri("http://mlflow.acme.io:5000")\n' },
      {
        title: 'a vector store',
        code: 'from qdrant_client import QdrantClient\n\nclient = QdrantClient(url="http://34.120.8.19:6333")\n',
      },
      {
        title: 'a list of nodes',
        code: 'from elasticsearch import Elasticsearch\n\nes = Elasticsearch(["http://search.acme.io:9200"])\n',
      },
      {
        title: 'a table of data',
        code: 'import pandas as pd\n\ntrain = pd.read_csv("http://data.acme.io/train.csv")\n',
      },
      {
        title: 'a dataset by its files',
        code: 'from datasets import load_dataset\n\ndata = load_dataset("csv", data_files={"train": "http://data.acme.io/train.csv"})\n',
      },
      {
        title: 'through the environment',
        code: 'import os\n\nos.environ["OPENAI_API_BASE"] = "http://llm.acme.io/v1"\n',
      },
      {
        title: 'an address in a constant',
        code: 'import mlflow\n\nTRACKING = "http://34.120.8.19:5000"\nmlflow.set_tracking_uri(TRACKING)\n',
      },
      { title: 'a setting', code: 'OLLAMA_BASE_URL = "http://llm.acme.io:11434"\n' },
    ],
    good: [
      {
        title: 'https',
        code: 'import pandas as pd\nfrom openai import OpenAI\n\nclient = OpenAI(base_url="https://llm.acme.io/v1")\ntrain = pd.read_csv("https://data.acme.io/train.csv")\n',
      },
      {
        title: 'this machine',
        code: 'from openai import OpenAI\nimport mlflow\n\nclient = OpenAI(base_url="http://localhost:8000/v1", api_key="EMPTY")\nmlflow.set_tracking_uri("http://127.0.0.1:5000")\n',
      },
      {
        title: 'the own network',
        code: 'from qdrant_client import QdrantClient\n\nclient = QdrantClient(url="http://qdrant:6333")\nother = QdrantClient(url="http://10.0.3.4:6333")\nthird = QdrantClient(url="http://qdrant.vectors.svc.cluster.local:6333")\n',
      },
      {
        title: 'an address that nothing is fetched from',
        code: 'REFERENCE = "http://www.acme.io/paper"\nprint("see http://mlflow.org for more")\n',
      },
      {
        title: 'a picture in a message',
        code: 'from openai import OpenAI\n\nclient = OpenAI()\nclient.responses.create(model="gpt-4o", input="Describe it", user=send(link="http://img.acme.io/cat.png"))\n',
      },
    ],
  },
  triggers: (_, language) =>
    [...SERVICES, { text: 'datasets', as: 'module' } as const].flatMap((word) =>
      (isProgramLanguage(language) ? QUOTED : ['http://']).map((address) => [address, word]),
    ),
  on: { string: checkString, call: checkCall },
};
