import type { Configuration } from '../../analysis/configuration/configuration';
import type { DiscoveredFile } from '../discovery/discover';
import type { FileProblem } from '../file-problem';
import type { ManifestFacts } from '../packages/workspace-packages';
import type { FileResult } from './file-result';

/** What is the same for every file of one scan. Plain data: it goes to workers. */
export interface AnalyzerSetup {
  /** Folder that paths are relative to, absolute. */
  readonly root: string;
  readonly configuration: Configuration;
  readonly manifests: readonly ManifestFacts[];
}

export type FileOutcome =
  | { readonly kind: 'result'; readonly result: FileResult }
  | { readonly kind: 'problem'; readonly problem: FileProblem };

/** Analyses many files: in this thread or in others. */
export interface FileAnalyzer {
  /**
   * Calls `onOutcome` once for each file, in any order. Ends early, without an error, when the signal is aborted.
   */
  analyze(
    setup: AnalyzerSetup,
    files: readonly DiscoveredFile[],
    onOutcome: (outcome: FileOutcome) => void,
    signal?: AbortSignal,
  ): Promise<void>;
}
