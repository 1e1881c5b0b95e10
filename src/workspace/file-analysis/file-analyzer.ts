import type { FileSummary } from '../../analysis/summaries/file-summary';
import type { ImportedKnowledge } from '../../analysis/summaries/imported-knowledge';
import type { Configuration } from '../../analysis/configuration/configuration';
import type { PackageLookups } from '../cache/recorded-packages';
import type { DiscoveredFile } from '../discovery/discover';
import type { SourceKind } from '../discovery/source-kind';
import type { FileProblem } from '../file-problem';
import type { ManifestFacts } from '../packages/workspace-packages';
import type { FileResult } from './file-result';

/** What is the same for every file of one scan. Plain data: it goes to workers. */
export interface AnalyzerSetup {
  /** Folder that paths are relative to, absolute. */
  readonly root: string;
  readonly configuration: Configuration;
  readonly manifests: readonly ManifestFacts[];
  /** Whether results shall tell what a file says of the supply chain. */
  readonly facts?: true | undefined;
}

/** A file to analyse, and what is known of it from other files. */
export interface FileTask extends DiscoveredFile {
  /** What the file must hold: the words of the rules when left out. */
  readonly words?: WordSearch | 'any';
  /** What is known of the files that it imports. */
  readonly knowledge?: ImportedKnowledge;
  /** Functions of which others want to know whether they hand their arguments on. */
  readonly asked?: readonly string[];
  /** The rules have nothing new to say: only the summary is wanted. */
  readonly only?: 'summary';
}

/** A program or configuration to analyse. */
export interface SourceTask extends FileTask {
  readonly kind: SourceKind;
}

/** Modules of the workspace of which something is known, to find the files that import them. */
export interface WordSearch {
  /** Tells it from others of the same scan: the words themselves are many. */
  readonly id: string;
  /** Names by the last segment of their module: a file must import the module and hold one of its names. */
  readonly modules: readonly (readonly [module: string, names: readonly string[]])[];
  /** Files are also taken that hold words of what values from outside must not come to. */
  readonly orSinks?: boolean;
}

export type FileOutcome =
  /** `summary` is left out for a file that was not parsed. */
  | { readonly kind: 'result'; readonly result: FileResult; readonly summary?: FileSummary | undefined }
  | { readonly kind: 'summary'; readonly path: string; readonly summary: FileSummary }
  | { readonly kind: 'problem'; readonly problem: FileProblem };

/** What an outcome was made from. */
export interface OutcomeTrace {
  /** Digest of the path and the content. */
  readonly content: string;
  readonly lookups: PackageLookups;
}

/** @param trace left out where the analyzer makes none, and for a file that was not read */
export type OnOutcome = (outcome: FileOutcome, task: FileTask, trace?: OutcomeTrace) => void;

/** What is to be done after a round. */
export type NextRound = () => readonly FileTask[] | Promise<readonly FileTask[]>;

/** Analyses many files: in this thread or in others. */
export interface FileAnalyzer {
  /**
   * Calls `onOutcome` once for each file, in any order. Ends early, without an error, when the signal is aborted.
   *
   * @param more asked when all files are done: for what is to be done then, until that is nothing
   */
  analyze(
    setup: AnalyzerSetup,
    files: readonly FileTask[],
    onOutcome: OnOutcome,
    signal?: AbortSignal,
    more?: NextRound,
  ): Promise<void>;
}
