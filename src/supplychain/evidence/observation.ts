import type { TextRange } from '../../source/range';

/** Something in a document that speaks for or against evidence of the catalog (`EV-…`). Plain data. */
export interface Observation {
  /** Id of the evidence in the catalog. */
  readonly evidence: string;
  /** False where it is plainly not so: one action without a hash among others speaks against "all actions are pinned". */
  readonly holds: boolean;
  /** What was seen, in a few words: "`ossf/scorecard-action` runs here". Text of the workspace is quoted as it stands. */
  readonly detail: string;
  readonly range: TextRange;
}
