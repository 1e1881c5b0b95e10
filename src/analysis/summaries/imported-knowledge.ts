import type { Api } from '../../catalog/schema/api';
import type { SummaryStep } from './file-summary';

/** What one file needs to know of the files that it imports, in the names that it uses. Plain data. */
export interface ImportedKnowledge {
  readonly facts: readonly ImportedFact[];
  readonly aliases: readonly (readonly [name: string, targets: readonly string[]])[];
  readonly values: readonly (readonly [name: string, value: string | number | boolean | null])[];
}

export interface ImportedFact {
  readonly api: Api;
  readonly steps: readonly SummaryStep[];
}

export const NOTHING_IMPORTED: ImportedKnowledge = { facts: [], aliases: [], values: [] };

export function isNothing({ facts, aliases, values }: ImportedKnowledge): boolean {
  return facts.length + aliases.length + values.length === 0;
}
