/** What a part of the AI supply chain is. The order is that of lists: from the data and models a project stands on to what runs it. */
export const PART_KINDS = [
  'model',
  'adapter',
  'tokenizer',
  'embedding-model',
  'hosted-model',
  'dataset',
  'vector-store',
  'prompt',
  'agent',
  'tool',
  'mcp-server',
  'library',
  'evaluation',
  'image',
] as const;

export type PartKind = (typeof PART_KINDS)[number];
