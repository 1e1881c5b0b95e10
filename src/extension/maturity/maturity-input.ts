import type { Guide } from '../../catalog/catalog';
import type { AssessedEvidence, Assessment } from '../../supplychain/maturity/assessment';

/** An assessment with the texts it is told in. */
export interface MaturityInput {
  readonly guide: Guide;
  /** Uri of the folder. */
  readonly folder: string;
  readonly assessment: Assessment;
  /** Evidence for good practice by id. */
  readonly evidence: ReadonlyMap<string, AssessedEvidence>;
}
