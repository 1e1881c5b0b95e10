import type { Inventory, LineageEdge } from '../../src/supplychain/inventory/inventory';
import type { Part, PartUse } from '../../src/supplychain/inventory/part';

/** A use at a line, counted from 1. */
export function use(path: string, line = 1, via = 'used'): PartUse {
  const at = { line: line - 1, character: 0 };
  return { path, location: { start: at, end: { ...at, character: 4 } }, via };
}

/** A part of which nothing is known but its kind and name. */
export function part(kind: Part['kind'], name: string, more: Partial<Part> = {}): Part {
  const unknown = { value: 'unknown', reason: 'Nothing is known of it.' } as const;
  return {
    id: `${kind}:huggingface/${name}`,
    kind,
    name,
    origin: 'huggingface',
    pinning: unknown,
    openness: unknown,
    signed: unknown,
    scanned: unknown,
    said: {},
    stages: [],
    uses: [use('train.py')],
    ...more,
  };
}

/** An edge between two parts, seen at the first line of a file. */
export function edge(from: Part, join: LineageEdge['join'], to: Part, path = 'README.md'): LineageEdge {
  return { from: from.id, to: to.id, join, use: use(path) };
}

/** A dataset and a base model that `train.py` turns into a model, an adapter on it, and an image and an agent that use them. */
export function sampleInventory(): Inventory {
  const open = { value: 'open-weight', reason: 'The catalog lists its license.' } as const;
  const data = part('dataset', 'acme/tickets', {
    pinning: { value: 'mutable', reason: 'No revision is given.' },
    stages: ['data-engineering'],
  });
  const base = part('model', 'acme/encoder', {
    version: '5f0b1c2d3e4f5a6b7c8d9e0f1a2b3c4d5e6f7a8b',
    openness: open,
    pinning: { value: 'pinned', reason: 'A commit hash.' },
    license: 'apache-2.0',
  });
  const made = part('model', 'out/ticket-classifier', {
    openness: { value: 'own', reason: 'Made in this workspace.' },
    pinning: { value: 'own', reason: 'Made in this workspace.' },
    origin: 'local',
  });
  const adapter = part('adapter', 'out/adapter', { origin: 'local' });
  const image = part('image', 'registry.example/serve', {
    origin: 'oci',
    uses: [use('Dockerfile', 3, 'FROM')],
  });
  const hosted = part('hosted-model', 'gpt-4o', {
    origin: 'openai',
    provider: 'OpenAI',
    openness: { value: 'closed-service', reason: 'OpenAI offers it as a service only.' },
    pinning: { value: 'mutable', reason: 'An alias.' },
    uses: [use('agent.py', 12), use('chat.py', 4)],
    stages: ['llm-develop-experiment'],
  });
  const agent = part('agent', 'triage', { origin: 'local' });
  const library = part('library', 'torch', {
    origin: 'pypi',
    version: '2.6.0',
    purl: 'pkg:pypi/torch@2.6.0',
  });
  return {
    parts: [made, base, adapter, hosted, data, agent, library, image],
    lineage: [
      edge(made, 'trained-on', data, 'train.py'),
      edge(made, 'fine-tuned-from', base, 'train.py'),
      edge(adapter, 'adapts', made),
      edge(image, 'serves', adapter),
      edge(agent, 'asks', hosted, 'agent.py'),
    ],
  };
}
