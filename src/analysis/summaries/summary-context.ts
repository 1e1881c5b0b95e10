import type { RuleContext } from '../rule';
import type { Imported } from './imported';
import type { SummarySteps } from './summary-steps';

/** What the makers of a summary have at hand. */
export interface SummaryContext extends RuleContext {
  readonly steps: SummarySteps;
  readonly imported: Imported;
}
