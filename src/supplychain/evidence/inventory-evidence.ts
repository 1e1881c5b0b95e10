import { isSideCode } from '../../analysis/side-code';
import type { Inventory } from '../inventory/inventory';
import type { Part } from '../inventory/part';
import { isFromHub } from '../maturity/project-traits-of';
import type { PlacedObservation } from './workspace-evidence';

/**
 * What the parts of the inventory speak for or against: that all of a kind are pinned. Parts of which it is not known say nothing, nor
 * do those that only tests, documentation and examples use.
 */
export function observeInventory({ parts }: Inventory): readonly PlacedObservation[] {
  return parts.flatMap((part) => {
    const ids = evidenceOf(part);
    const { value } = part.pinning;
    if (ids === undefined || (value !== 'pinned' && value !== 'mutable')) return [];
    const evidence = value === 'pinned' ? [ids.pinned] : [ids.pinned, ...(ids.mutable ? [ids.mutable] : [])];
    return part.uses
      .filter(({ path }) => !isSideCode(path))
      .flatMap(({ path, location }) =>
        evidence.map((id) => ({
          evidence: id,
          holds: id.startsWith('NEG-') || value === 'pinned',
          detail: `\`${part.name}\`${part.version === undefined ? '' : ` at \`${part.version}\``}: ${part.pinning.reason}`,
          path,
          location,
        })),
      );
  });
}

interface PinEvidence {
  readonly pinned: string;
  /** What speaks against, where no rule finds it. */
  readonly mutable?: string;
}

function evidenceOf(part: Part): PinEvidence | undefined {
  switch (part.kind) {
    case 'model':
    case 'adapter':
    case 'tokenizer':
    case 'embedding-model':
      return isFromHub(part) ? { pinned: 'EV-MODEL-PIN' } : ofHosted(part);
    case 'hosted-model':
      return { pinned: 'EV-HOSTED-MODEL-PIN', mutable: 'NEG-MOVING-ALIAS' };
    case 'dataset':
      return isFromHub(part) ? { pinned: 'EV-DATA-PIN' } : undefined;
    case 'mcp-server':
      return { pinned: 'EV-MCP-PIN' };
    default:
      return undefined;
  }
}

function ofHosted({ openness }: Part): PinEvidence | undefined {
  return openness.value === 'closed-service'
    ? { pinned: 'EV-HOSTED-MODEL-PIN', mutable: 'NEG-MOVING-ALIAS' }
    : undefined;
}
