import { RULES } from '../../../../src/analysis/rules/registry.generated';
import type { GroupingContext } from '../../../../src/extension/findings/grouping';
import type { WireFinding } from '../../../../src/protocol/finding';
import { panelCatalog } from '../../../../src/server/features/panel-catalog';
import { guideEntries } from '../../../support/guide';

/** The catalog as the server sends it. */
export const catalog = panelCatalog(guideEntries(), RULES, new Set());

export const context: GroupingContext = {
  catalog,
  lifecycle: 'mlsecops',
  pathOf: (uri) => uri.replace('file:///project/', ''),
};

interface SampleOptions extends Partial<Omit<WireFinding, 'range'>> {
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
}

/** A finding with everything filled in; lines and columns count from zero. */
export function sample({
  file = 'train.py',
  line = 0,
  column = 4,
  ...rest
}: SampleOptions = {}): WireFinding {
  const uri = `file:///project/${file}`;
  const ruleId = rest.ruleId ?? 'torch-load-unsafe';
  return {
    id: `${uri}#${ruleId}@${rest.cell ?? ''}:${line}:${column}`,
    ruleId,
    ruleTitle: 'Checkpoint is loaded with code',
    subject: 'torch.load',
    message: 'torch.load can run code from the file. Load the weights only.',
    severity: 'warning',
    confidence: 'certain',
    uri,
    range: { start: { line, character: column }, end: { line, character: column + 10 } },
    excerpt: 'state = torch.load(path)',
    stages: ['experimentation'],
    risks: ['owasp-ml-2023:ML06'],
    path: [],
    ...rest,
  };
}
