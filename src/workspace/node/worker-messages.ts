import type { TracedOutcome } from '../file-analysis/analyze-file';
import type { AnalyzerSetup, FileTask } from '../file-analysis/file-analyzer';

/** What a worker is started with. */
export interface WorkerStart {
  readonly setup: AnalyzerSetup;
  /** Whether outcomes are to come with what they were made from. */
  readonly isTraced: boolean;
  /** One number: the place in the batch of the file in hand. It survives the worker, which a message might not. */
  readonly position: SharedArrayBuffer;
}

export interface BatchRequest {
  readonly files: readonly FileTask[];
}

export interface BatchReply {
  /** In the order of the files. */
  readonly outcomes: readonly TracedOutcome[];
}
