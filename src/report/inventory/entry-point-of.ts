import type { Part } from '../../supplychain/inventory/part';

/**
 * The entry point of the catalog that a part comes in by. Undefined for what was made here, and where it is not known whether the part is
 * open or closed and its kind does not tell.
 */
export function entryPointOf({
  kind,
  openness,
  origin,
}: Pick<Part, 'kind' | 'openness' | 'origin'>): string | undefined {
  const isOwn = openness.value === 'own' || origin === 'local';
  if (kind === 'hosted-model') return 'hosted-model';
  if (kind === 'dataset') return isOwn ? 'internal-data' : 'public-data';
  if (isOwn) return undefined;
  const isOpen = openness.value === 'open-source' || openness.value === 'open-weight';
  const isClosed = openness.value === 'closed-service';
  switch (kind) {
    case 'model':
    case 'embedding-model':
      return isClosed ? 'hosted-model' : 'open-weights';
    case 'adapter':
    case 'tokenizer':
      return isClosed ? 'closed-adapters' : 'open-adapters';
    case 'library':
    case 'image':
      return isOpen ? 'open-code' : isClosed ? 'closed-code' : undefined;
    case 'tool':
    case 'mcp-server':
      return isOpen ? 'open-tools' : isClosed ? 'closed-tools' : undefined;
    case 'vector-store':
      return isOpen ? 'open-platform' : isClosed ? 'closed-platform' : undefined;
    default:
      return undefined;
  }
}
