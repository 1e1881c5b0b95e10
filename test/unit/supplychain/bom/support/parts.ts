import type { BomRequest } from '../../../../../src/supplychain/bom/bom-request';
import type { Inventory, LineageEdge } from '../../../../../src/supplychain/inventory/inventory';
import type { Part, PartUse } from '../../../../../src/supplychain/inventory/part';
import type { PartKind } from '../../../../../src/supplychain/inventory/part-kind';

/** A part as the inventory makes it, with what a test cares about. */
export function part(kind: PartKind, name: string, more: Partial<Part> = {}): Part {
  const { origin = 'huggingface', version } = more;
  return {
    id: `${kind}:${origin}/${name}${version === undefined ? '' : `@${version}`}`,
    kind,
    name,
    origin,
    pinning: { value: 'unknown', reason: 'Nothing says so.' },
    openness: { value: 'unknown', reason: 'Nothing says so.' },
    signed: { value: 'unknown', reason: 'Nothing says so.' },
    scanned: { value: 'unknown', reason: 'Nothing says so.' },
    said: {},
    stages: [],
    uses: [use('train.py', 2, 'load')],
    ...more,
  };
}

/** A place of use; the line counts from 0. */
export function use(path: string, line: number, via: string, cell?: number): PartUse {
  const location = { start: { line, character: 4 }, end: { line, character: 20 } };
  return { path, via, location: cell === undefined ? location : { ...location, cell } };
}

export function edge(from: Part, join: LineageEdge['join'], to: Part): LineageEdge {
  return { from: from.id, to: to.id, join, use: use('train.py', 2, 'load') };
}

export function request(inventory: Inventory, more: Partial<BomRequest> = {}): BomRequest {
  return {
    spec: '1.6',
    inventory,
    subject: 'shop',
    tool: { name: 'mlsecops-lens', version: '1.2.3' },
    ...more,
  };
}

/** One of every kind, with everything that a part can say, and a chain of models. */
export function fullInventory(): Inventory {
  const base = part('model', 'acme/encoder', {
    version: '5f0b1c2d3e4f5a6b7c8d9e0f1a2b3c4d5e6f7a8b',
    license: 'apache-2.0',
    provider: 'Acme',
    purl: 'pkg:huggingface/acme/encoder@5f0b1c2d3e4f5a6b7c8d9e0f1a2b3c4d5e6f7a8b',
    pinning: { value: 'pinned', reason: 'A commit is named.' },
    openness: { value: 'open-weight', reason: 'The weights can be had.' },
    stages: ['experimentation', 'model-serving'],
    said: { task: 'feature-extraction', datasets: ['acme/reviews', 'c4'], languages: ['en', 'de'] },
    uses: [use('train.py', 2, 'transformers.AutoModel.from_pretrained'), use('nb.ipynb', 0, 'load', 3)],
  });
  const data = part('dataset', 'acme/reviews', { license: 'CC-BY-4.0 OR MIT' });
  const adapter = part('adapter', 'models/adapter.safetensors', {
    origin: 'local',
    license: 'Acme terms',
    said: {
      baseModels: ['acme/encoder', 'elsewhere/base'],
      sha256: 'a'.repeat(64),
      format: 'safetensors',
      framework: 'peft',
      signature: 'models/model sig.json',
      verdict: 'safe',
    },
  });
  const hosted = part('hosted-model', 'gpt-4o-2024-08-06', {
    origin: 'openai',
    provider: 'OpenAI',
    openness: { value: 'closed-service', reason: 'It can only be asked.' },
    said: { address: 'https://user:secret@api.example.org/v1?key=secret#part' },
  });
  const tokenizer = part('tokenizer', 'acme/encoder');
  const others = [
    part('embedding-model', 'text-embedding-3-small', {
      origin: 'openai',
      openness: { value: 'closed-service', reason: 'It can only be asked.' },
    }),
    part('vector-store', 'pinecone', { origin: 'pinecone' }),
    part('vector-store', 'index.faiss', { origin: 'local' }),
    part('prompt', 'prompts/system.md', { origin: 'local' }),
    part('agent', 'support_agent', { origin: 'local' }),
    part('tool', 'search_orders', { origin: 'local' }),
    part('mcp-server', 'files', { origin: 'npm', said: { address: 'https://mcp.example.org/sse' } }),
    part('mcp-server', '@acme/server', {
      origin: 'npm',
      version: '1.0.0',
      purl: 'pkg:npm/%40acme/server@1.0.0',
    }),
    part('library', 'torch', { origin: 'pypi', version: '2.6.0', purl: 'pkg:pypi/torch@2.6.0' }),
    part('evaluation', 'promptfooconfig.yaml', { origin: 'local' }),
    part('image', 'vllm/vllm-openai', { origin: 'oci', version: 'v0.6.0' }),
  ];
  return {
    parts: [base, adapter, tokenizer, hosted, data, ...others],
    lineage: [
      edge(adapter, 'adapts', base),
      edge(base, 'trained-on', data),
      edge(tokenizer, 'tokenizes', base),
      edge(base, 'adapts', base),
    ],
  };
}
