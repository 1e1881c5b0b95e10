import type { TextRange } from '../source/range';
import type { Finding } from './finding';

/** Everything one analysis of one document gives. Plain data: it crosses worker and protocol borders. */
export interface DocumentAnalysis {
  readonly findings: readonly Finding[];
  /** Findings that a comment hides, with the comment's reason. */
  readonly suppressed: readonly { readonly finding: Finding; readonly reason: string }[];
  /** What could not be read or analysed, and limits reached. */
  readonly problems: readonly AnalysisProblem[];
  /** Lifecycle stages the document belongs to, the likeliest first. */
  readonly stages: readonly string[];
}

export interface AnalysisProblem {
  readonly kind: 'syntax' | 'limit' | 'encoding' | 'format' | 'internal' | 'configuration' | 'file';
  readonly message: string;
  readonly range: TextRange;
}
