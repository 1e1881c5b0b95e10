import type { EntryKind } from '../../catalog/entry-kinds';

/**
 * What is known of one item of a framework. `evidence`: there is some, and nothing against it; `against`: findings only; `both`;
 * `silent`: neither. It is no statement of compliance.
 */
export type CoverageState = 'evidence' | 'against' | 'both' | 'silent';

export interface CoveredItem {
  readonly kind: EntryKind;
  readonly id: string;
  /** As people write it: `GOVERN 1.6`, `LLM01`. */
  readonly label: string;
  readonly title: string;
  /** Our controls that answer it. */
  readonly controls: readonly string[];
  readonly state: CoverageState;
  /** Ids of evidence that was found. */
  readonly found: readonly string[];
  /** Ids of evidence that somebody attested. */
  readonly attested: readonly string[];
  /** Ids of evidence against that counts, with the number of places. */
  readonly against: readonly { readonly id: string; readonly count: number }[];
  /** Why nothing of ours answers it. */
  readonly outside?: string;
}

/** A framework and what the workspace shows of each of its items. */
export interface Coverage {
  readonly framework: string;
  readonly title: string;
  readonly edition: string;
  readonly items: readonly CoveredItem[];
  readonly counts: Readonly<Record<CoverageState, number>>;
}

/** Frameworks that a coverage is offered for first. */
export const COVERED_FRAMEWORKS = [
  'owasp-ml-2023',
  'owasp-llm-2026',
  'owasp-llm-2025',
  'owasp-agentic-2026',
  'nist-ai-rmf',
  'nist-ssdf-1.1',
  'nist-218a',
  'csa-aicm',
  'slsa',
] as const;
