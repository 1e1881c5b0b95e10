import type { Openness, Part } from '../../supplychain/inventory/part';
import type { PartKind } from '../../supplychain/inventory/part-kind';
import type { Pinning } from '../../supplychain/inventory/sighting';
import { oneLine } from '../one-line';

/** What kinds of parts are called, one and many. */
export const KIND_WORDS: Readonly<Record<PartKind, readonly [one: string, many: string]>> = {
  model: ['model', 'models'],
  adapter: ['adapter', 'adapters'],
  tokenizer: ['tokenizer', 'tokenizers'],
  'embedding-model': ['embedding model', 'embedding models'],
  'hosted-model': ['hosted model', 'hosted models'],
  dataset: ['dataset', 'datasets'],
  'vector-store': ['vector store', 'vector stores'],
  prompt: ['prompt', 'prompts'],
  agent: ['agent', 'agents'],
  tool: ['tool', 'tools'],
  'mcp-server': ['MCP server', 'MCP servers'],
  library: ['library', 'libraries'],
  evaluation: ['evaluation', 'evaluations'],
  image: ['image', 'images'],
};

export const OPENNESS_WORDS: Readonly<Record<Openness, string>> = {
  'open-source': 'open source',
  'open-weight': 'open weights',
  'closed-service': 'closed service',
  own: 'own',
  unknown: 'openness unknown',
};

export const PINNING_WORDS: Readonly<Record<Pinning, string>> = {
  pinned: 'pinned',
  mutable: 'not pinned',
  unknown: 'pinning unknown',
  own: 'made here',
};

export const SIGNED_WORDS: Readonly<Record<Part['signed']['value'], string>> = {
  verified: 'signature verified',
  failed: 'signature does not hold',
  present: 'signature present, not verified here',
  none: 'not signed',
  unknown: 'signature unknown',
};

export const SCANNED_WORDS: Readonly<Record<Part['scanned']['value'], string>> = {
  safe: 'nothing harmful found in the file',
  suspicious: 'suspicious file',
  malicious: 'malicious file',
  incomplete: 'file not fully analysed',
  unknown: 'not scanned here',
};

/** `open weights, not pinned`: what is known of a part in a few words; empty where nothing is. */
export function partNote({ openness, pinning }: Pick<Part, 'openness' | 'pinning'>): string {
  const words = [
    openness.value === 'unknown' ? '' : OPENNESS_WORDS[openness.value],
    pinning.value === 'unknown' || pinning.value === 'own' ? '' : PINNING_WORDS[pinning.value],
  ].filter((word) => word !== '');
  return words.join(', ');
}

/** What to mind about a part: the worst thing that is known of it, as a sentence. */
export function partAlert({
  scanned,
  signed,
  pinning,
}: Pick<Part, 'scanned' | 'signed' | 'pinning'>): string | undefined {
  if (scanned.value === 'malicious') return 'The inspection of the file calls it malicious.';
  if (signed.value === 'failed') return 'Its signature does not hold.';
  if (scanned.value === 'suspicious') return 'The inspection of the file calls it suspicious.';
  return pinning.value === 'mutable' ? 'The reference can come to mean other content.' : undefined;
}

/** The name on one line; the folder that was scanned has none of its own. */
export function plainName(name: string): string {
  return name === '.' ? 'this workspace' : oneLine(name);
}

/** The name with its version, on one line: `acme/encoder@5f0b…`. A long hash is cut, as people write it. */
export function partName({ name, version }: Pick<Part, 'name' | 'version'>): string {
  if (version === undefined) return plainName(name);
  const short = HASH.test(version) ? `${version.slice(0, version.indexOf(':') + 1 + 8)}…` : version;
  return `${plainName(name)}@${oneLine(short)}`;
}

const HASH = /^(?:sha256:)?[\da-f]{40,}$/u;
