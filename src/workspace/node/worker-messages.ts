import type { CachedResult } from '../cache/result-cache';
import type { AnalyzerSetup, FileOutcome, FileTask } from '../file-analysis/file-analyzer';
import type { CacheLocation } from './disk-cache';

/** What a worker is started with. */
export interface WorkerStart {
  readonly setup: AnalyzerSetup;
  readonly cache: CacheLocation | undefined;
  /** One number: the place in the batch of the file in hand. It survives the worker, which a message might not. */
  readonly position: SharedArrayBuffer;
}

export interface BatchRequest {
  readonly files: readonly FileTask[];
}

export interface BatchReply {
  readonly outcomes: readonly FileOutcome[];
  readonly cached: readonly (readonly [string, CachedResult])[];
}
