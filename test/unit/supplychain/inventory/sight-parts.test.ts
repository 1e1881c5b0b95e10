import { describe, expect, it } from 'vitest';
import { sighted, sightingsOf } from '../support/sightings-of';

const COMMIT = '0123456789abcdef0123456789abcdef01234567';

type Case = readonly [title: string, path: string, text: string, parts: readonly string[]];

const PYTHON: readonly Case[] = [
  [
    'a model at no revision, and one at a commit',
    'a.py',
    `from transformers import AutoModel\nAutoModel.from_pretrained("acme/encoder")\nAutoModel.from_pretrained("acme/encoder", revision="${COMMIT}")\n`,
    ['model huggingface acme/encoder mutable', `model huggingface acme/encoder@${COMMIT} pinned`],
  ],
  [
    'a tokenizer, an embedding model and a dataset',
    'a.py',
    'from transformers import AutoTokenizer\nfrom sentence_transformers import SentenceTransformer\nfrom datasets import load_dataset\n' +
      'AutoTokenizer.from_pretrained("acme/encoder")\nSentenceTransformer("BAAI/bge-m3")\nload_dataset("acme/rows", revision="main")\n',
    [
      'tokenizer huggingface acme/encoder mutable',
      'embedding-model huggingface BAAI/bge-m3 mutable',
      'dataset huggingface acme/rows@main mutable',
    ],
  ],
  [
    'nothing that cannot be read, and no folder',
    'a.py',
    'from transformers import AutoModel\nAutoModel.from_pretrained(name)\nAutoModel.from_pretrained("./out")\nAutoModel.from_pretrained("your-org/model")\n',
    [],
  ],
  [
    'hosted models: an alias, a dated snapshot, one of a generation that is not dated',
    'a.py',
    'import openai, anthropic\nclient = openai.OpenAI()\nclient.chat.completions.create(model="gpt-4o", messages=m)\nclient.responses.create(model="gpt-4o-2024-08-06", input=m)\n' +
      'anthropic.Anthropic().messages.create(model="claude-sonnet-4-6", messages=m)\n',
    [
      'hosted-model openai gpt-4o mutable',
      'hosted-model openai gpt-4o-2024-08-06 pinned',
      'hosted-model anthropic claude-sonnet-4-6 pinned',
    ],
  ],
  [
    'the default behind a variable of the environment',
    'a.py',
    'import os, openai\nMODEL = os.getenv("MODEL", "gpt-4.1-mini")\nopenai.OpenAI().chat.completions.create(model=MODEL, messages=m)\n',
    ['hosted-model openai gpt-4.1-mini mutable'],
  ],
  [
    'whoever answers at the address that a client is given',
    'a.py',
    'import openai\nopenai.OpenAI(base_url="https://openrouter.ai/api/v1").chat.completions.create(model="meta-llama/llama-3.1-8b-instruct", messages=m)\n' +
      'local = openai.OpenAI(base_url="http://localhost:8000/v1", api_key="x")\nlocal.chat.completions.create(model="acme-chat", messages=m)\n',
    [
      'hosted-model openrouter meta-llama/llama-3.1-8b-instruct unknown',
      'hosted-model self-hosted acme-chat unknown',
    ],
  ],
  [
    'no placeholders and no variables',
    'a.py',
    'import openai\nc = openai.OpenAI()\nc.chat.completions.create(model="your-model", messages=m)\nc.chat.completions.create(model="model_name", messages=m)\nc.chat.completions.create(model=args.model, messages=m)\n',
    [],
  ],
  [
    'models behind frameworks',
    'a.py',
    'from langchain_openai import ChatOpenAI, OpenAIEmbeddings, AzureChatOpenAI\nfrom langchain.chat_models import init_chat_model\nimport litellm\n' +
      'ChatOpenAI(model="gpt-4o")\nAzureChatOpenAI(model="team-gpt4")\nOpenAIEmbeddings(model="text-embedding-3-large")\ninit_chat_model("anthropic:claude-3-5-sonnet-latest")\nlitellm.completion(model="bedrock/anthropic.claude-3-haiku-20240307-v1:0", messages=m)\n',
    [
      'hosted-model openai gpt-4o mutable',
      'hosted-model azure-openai team-gpt4 unknown',
      'embedding-model openai text-embedding-3-large pinned',
      'hosted-model anthropic claude-3-5-sonnet-latest mutable',
      'hosted-model aws-bedrock anthropic.claude-3-haiku-20240307-v1:0 pinned',
    ],
  ],
  [
    'vector stores, by their product',
    'a.py',
    'import chromadb, faiss\nfrom pinecone import Pinecone\nclient = chromadb.PersistentClient()\nclient.get_or_create_collection("docs")\nfaiss.IndexFlatL2(8)\nPinecone().Index("notes")\n',
    [
      'vector-store chroma Chroma own',
      'vector-store chroma Chroma own',
      'vector-store faiss FAISS own',
      'vector-store pinecone Pinecone own',
    ],
  ],
  [
    'an agent and its tools',
    'a.py',
    'from agents import Agent, function_tool\n\n@function_tool\ndef search(query: str) -> str:\n    return query\n\nresearcher = Agent(name="Researcher", model="gpt-4o", tools=[search])\n',
    ['tool local a.py#search own', 'agent local a.py#Researcher own'],
  ],
  [
    'an MCP server that the program is, with its tool',
    'a.py',
    'from mcp.server.fastmcp import FastMCP\nserver = FastMCP("invoices")\n\n@server.tool()\ndef total(a: int) -> int:\n    return a\n',
    ['mcp-server local invoices own', 'tool local a.py#total own'],
  ],
  [
    'evaluations',
    'a.py',
    'import lm_eval\nfrom ragas import evaluate\nlm_eval.simple_evaluate(model="hf")\nevaluate(rows)\n',
    ['evaluation lm-eval lm-evaluation-harness own', 'evaluation ragas Ragas own'],
  ],
  [
    'system prompts, by the constant or the function that holds them',
    'a.py',
    'import openai\nSYSTEM_PROMPT = "You answer questions about invoices, and nothing else."\n\ndef ask(q):\n    return openai.OpenAI().chat.completions.create(model="gpt-4o", messages=[{"role": "system", "content": "You translate what you are given into French."}])\n',
    [
      'prompt local a.py#SYSTEM_PROMPT own',
      'hosted-model openai gpt-4o mutable',
      'prompt local a.py#ask (system prompt) own',
    ],
  ],
  [
    'no prompts and tools of tests',
    'tests/test_a.py',
    'SYSTEM_PROMPT = "You answer questions about invoices, and nothing else."\n',
    [],
  ],
  ['nothing in a program without any', 'a.py', 'import os\nmodel = "gpt-4o"\nprint(os.getcwd())\n', []],
];

const SCRIPTS: readonly Case[] = [
  [
    'clients and the AI SDK',
    'a.ts',
    "import OpenAI from 'openai';\nimport { openai } from '@ai-sdk/openai';\nimport { generateText } from 'ai';\nawait new OpenAI().chat.completions.create({ model: 'gpt-4o-mini', messages });\n" +
      "await generateText({ model: openai('gpt-4.1-2025-04-14'), prompt });\nawait generateText({ model: 'anthropic/claude-opus-4-1', prompt });\n",
    [
      'hosted-model openai gpt-4o-mini mutable',
      'hosted-model openai gpt-4.1-2025-04-14 pinned',
      'hosted-model anthropic claude-opus-4-1 mutable',
    ],
  ],
  [
    'a model of the hub and a store',
    'a.js',
    "import { pipeline } from '@huggingface/transformers';\nimport { QdrantClient } from '@qdrant/js-client-rest';\nawait pipeline('summarization', 'Xenova/bart-large-cnn');\nnew QdrantClient({ url });\n",
    ['model huggingface Xenova/bart-large-cnn mutable', 'vector-store qdrant Qdrant own'],
  ],
];

const CONFIGURATION: readonly Case[] = [
  [
    'an environment',
    '.env.example',
    'OPENAI_MODEL=gpt-4o\nEMBEDDING_MODEL=text-embedding-3-small\nMODEL_PATH=/models/x\nLLM_MODEL=your-model\n',
    ['hosted-model openai gpt-4o mutable', 'embedding-model openai text-embedding-3-small pinned'],
  ],
  [
    'a gateway',
    'litellm.yaml',
    'model_list:\n  - model_name: chat\n    litellm_params:\n      model: azure/prod-gpt4\n  - model_name: local\n    litellm_params:\n      model: ollama/llama3.1:8b\n',
    ['hosted-model azure-openai prod-gpt4 unknown', 'hosted-model ollama llama3.1:8b mutable'],
  ],
  [
    'repositories are no hosted models, whatever stands in front of the slash',
    'config/train.yaml',
    `model: openai/whisper-large-v3\nbase_model: mistralai/Mistral-7B-v0.1\nrevision: ${COMMIT}\ndataset_name: acme/rows\n`,
    [
      `model huggingface mistralai/Mistral-7B-v0.1@${COMMIT} pinned`,
      `dataset huggingface acme/rows@${COMMIT} pinned`,
    ],
  ],
  [
    'promptfoo',
    'promptfooconfig.yaml',
    'prompts: [prompts/a.txt]\nproviders:\n  - openai:gpt-4o\n  - id: anthropic:messages:claude-3-5-sonnet-20241022\n',
    [
      'evaluation promptfoo promptfoo own',
      'hosted-model openai gpt-4o mutable',
      'hosted-model anthropic claude-3-5-sonnet-20241022 pinned',
    ],
  ],
  [
    'MCP servers: a package, an image, an address without what is secret in it',
    '.mcp.json',
    '{"mcpServers":{"files":{"command":"npx","args":["-y","@acme/files@1.2.3"]},"db":{"command":"docker","args":["run","-i","mcp/postgres"]},"far":{"url":"https://user:pw@mcp.example.org/sse?key=abc"},"own":{"command":"node","args":["server.js"]}}}',
    [
      'mcp-server npm @acme/files@1.2.3 pinned',
      'mcp-server oci mcp/postgres mutable',
      'mcp-server remote far mutable',
      'mcp-server local own own',
    ],
  ],
  [
    'images that serve models, and no others',
    'compose.yaml',
    'services:\n  llm: { image: "vllm/vllm-openai:v0.9.0" }\n  db: { image: "postgres:16" }\n  web: { image: "acme/serving-page:1" }\n',
    ['image oci vllm/vllm-openai@v0.9.0 mutable'],
  ],
  [
    'AI libraries of a manifest, and no others',
    'requirements.txt',
    'torch==2.6.0\ntransformers>=4.40\nrequests==2.32.0\nnumpy==2.0.0\n',
    ['library pypi torch@2.6.0 pinned', 'library pypi transformers@>=4.40 mutable'],
  ],
  [
    'commands',
    'serve.sh',
    `vllm serve acme/chat --revision ${COMMIT}\nollama pull llama3.2\npromptfoo eval\ngarak --model_type openai\n`,
    [
      `model huggingface acme/chat@${COMMIT} pinned`,
      'hosted-model ollama llama3.2 mutable',
      'evaluation promptfoo promptfoo own',
      'evaluation garak garak own',
    ],
  ],
  [
    'a prompt in a file',
    'prompts/answer.md',
    'Answer in one sentence.\n',
    ['prompt local prompts/answer.md own'],
  ],
  [
    'an adapter and the base that its configuration names',
    'out/lora/adapter_config.json',
    '{"base_model_name_or_path":"mistralai/Mistral-7B-v0.1","peft_type":"LORA"}',
    ['adapter local out/lora own'],
  ],
  [
    'no model where a configuration is something else',
    'app/config.json',
    '{"model_type":"blue","port":80}',
    [],
  ],
];

describe.each([
  ['Python', PYTHON],
  ['JavaScript and TypeScript', SCRIPTS],
  ['configuration', CONFIGURATION],
])('parts in %s', (_, cases) => {
  it.each(cases)('%s', (_title, path, text, parts) => {
    expect([...sighted(path, text)].sort()).toEqual([...parts].sort());
  });
});

describe('a sighting', () => {
  it('names each library that a program imports once', () => {
    const imports = sightingsOf(
      'a.py',
      'import torch\nimport torch.nn as nn\nfrom sklearn import svm\nfrom google import genai\nimport os\n',
    );
    expect(imports.map(({ name }) => name)).toEqual(['torch', 'scikit-learn', 'google-genai']);
  });

  it('says what an adapter is put on', () => {
    const [adapter] = sightingsOf(
      'a.py',
      'from peft import PeftModel\nfrom transformers import AutoModelForCausalLM\nbase = AutoModelForCausalLM.from_pretrained("acme/base")\nPeftModel.from_pretrained(base, "acme/lora")\n',
    ).filter(({ kind }) => kind === 'adapter');
    expect(adapter?.joined).toEqual([
      { join: 'adapts', kind: 'model', name: 'acme/base', origin: 'huggingface' },
    ]);
  });

  it('keeps user, password and query of an address to itself', () => {
    const [server] = sightingsOf(
      '.mcp.json',
      '{"mcpServers":{"far":{"url":"https://user:pw@mcp.example.org/sse?key=abc"}}}',
    );
    expect(server?.said?.address).toBe('https://mcp.example.org/sse');
  });

  it('takes a list of prices for what it is', () => {
    const names = Array.from({ length: 60 }, (_, at) => `  - { model: gpt-4o-2024-01-${String(at + 10)} }`);
    expect(sighted('prices.yaml', `models:\n${names.join('\n')}\n`)).toEqual([]);
  });
});
