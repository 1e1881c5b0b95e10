import type { Part } from '../../supplychain/inventory/part';
import type { PartKind } from '../../supplychain/inventory/part-kind';
import type { NodeIcon } from '../tree/tree-node';

/** Icons of kinds; all of them are in the oldest editor that is supported. */
export const KIND_ICONS: Readonly<Record<PartKind, string>> = {
  model: 'package',
  adapter: 'extensions',
  tokenizer: 'symbol-string',
  'embedding-model': 'symbol-array',
  'hosted-model': 'cloud',
  dataset: 'database',
  'vector-store': 'server',
  prompt: 'comment',
  agent: 'hubot',
  tool: 'tools',
  'mcp-server': 'plug',
  library: 'library',
  evaluation: 'beaker',
  image: 'vm',
};

const ERROR = 'problemsErrorIcon.foreground';
const WARNING = 'problemsWarningIcon.foreground';

/** The state of a part: its worst news; else whether it can change; each state has a shape of its own, besides the colour. */
export function partIcon({ scanned, signed, pinning, openness }: Part): NodeIcon {
  if (scanned.value === 'malicious' || signed.value === 'failed') return { name: 'error', color: ERROR };
  if (scanned.value === 'suspicious') return { name: 'warning', color: WARNING };
  if (pinning.value === 'mutable') return { name: 'unlock', color: WARNING };
  if (signed.value === 'verified') return { name: 'verified', color: 'testing.iconPassed' };
  if (pinning.value === 'pinned') return { name: 'lock' };
  if (pinning.value === 'own') return { name: 'home' };
  return { name: openness.value === 'closed-service' ? 'cloud' : 'question' };
}
