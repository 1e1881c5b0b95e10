import type { LimitName } from './budget';
import type { ModelFacts } from './facts/model-facts';
import type { Format } from './formats';
import type { PickleReport } from './pickle/pickle-report';
import type { Finding, Verdict } from './verdict/finding';

/** What an archive holds. */
export interface ArchiveMember {
  /** The way to it: `model.tar/data.pkl`. */
  readonly path: string;
  readonly format: Format | undefined;
  readonly size: number;
  readonly compressed: boolean;
}

/** What a file is, what it contains, and what it would do when it is loaded. */
export interface Inspection {
  readonly format: Format;
  readonly size: number;
  readonly verdict: Verdict;
  /** The worst first. */
  readonly findings: readonly Finding[];
  /** How many findings there were beyond those that are kept. */
  readonly moreFindings: number;
  readonly pickles: readonly PickleReport[];
  readonly members: readonly ArchiveMember[];
  readonly facts: ModelFacts;
  readonly limits: readonly LimitName[];
  /** For a PyTorch checkpoint: whether `torch.load(weights_only=True)` takes it. */
  readonly weightsOnly?: boolean;
}
