import type { Rule } from '../analysis/rule';
import type { CoreCatalog, CoreEntry } from '../catalog/core';
import type { FileResult } from '../workspace/file-analysis/file-result';
import type { FileProblem } from '../workspace/file-problem';
import type { SkippedCounts } from '../workspace/discovery/discover';

/** The part of the catalog that reports name findings with; summaries are there where the whole guide was read. */
export interface ReportCatalog extends Pick<CoreCatalog, 'stages'> {
  readonly risks: ReadonlyMap<string, CoreEntry<'risks'> & { readonly summary?: string }>;
  readonly weaknesses: ReadonlyMap<string, CoreEntry<'weaknesses'> & { readonly summary?: string }>;
}

/** What every report is written from. Results and problems are sorted by path. */
export interface ScanReport {
  readonly toolVersion: string;
  readonly catalog: ReportCatalog;
  /** Every rule of the product, also those not active: findings refer to them. */
  readonly rules: readonly Rule[];
  /** Folder that the paths below are relative to, absolute, with `/`. */
  readonly base: string;
  /** Files with findings, suppressed findings or problems; paths relative to `base`. */
  readonly results: readonly FileResult[];
  readonly problems: readonly FileProblem[];
  /** Problems of the project's own configuration, each with its place. */
  readonly configurationProblems: readonly ConfigurationProblem[];
  readonly totals: ScanTotals;
}

export interface ConfigurationProblem {
  readonly path: string;
  /** From 1. */
  readonly line: number;
  readonly column: number;
  readonly severity: 'error' | 'warning' | 'info';
  readonly message: string;
}

export interface ScanTotals {
  readonly files: number;
  /** Files that held a trigger word and were parsed, or whose result came from the cache. */
  readonly analyzed: number;
  readonly bytes: number;
  readonly skipped: SkippedCounts;
  /** Findings hidden by the baseline. */
  readonly known: number;
  readonly cancelled: boolean;
}
