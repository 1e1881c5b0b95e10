import type { LocatedFacts } from '../../supplychain/facts/located-facts';
import type { AnalysisProblem } from '../../analysis/document-analysis';
import type { Confidence, Severity } from '../../analysis/severity';

/** Everything a scan knows of one file. Plain data: it crosses worker borders and is kept in the cache. */
export interface FileResult {
  /** Relative to the root of the scan. */
  readonly path: string;
  /** Bytes of the file. */
  readonly size: number;
  /** False when the file holds no word of any rule: then it was neither decoded nor parsed. */
  readonly analyzed: boolean;
  readonly findings: readonly LocatedFinding[];
  readonly suppressed: readonly SuppressedFinding[];
  readonly problems: readonly LocatedProblem[];
  /** Lifecycle stages the file belongs to, the likeliest first. */
  readonly stages: readonly string[];
  /** What it says of the supply chain; left out where that is nothing, or was not asked for. */
  readonly facts?: LocatedFacts;
}

export interface SuppressedFinding {
  readonly finding: LocatedFinding;
  readonly reason: string;
}

/** A finding with lines and columns instead of offsets. */
export interface LocatedFinding {
  readonly ruleId: string;
  readonly message: string;
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly subject: string;
  readonly location: SourceLocation;
  /** The way of a value to the finding; `file` is set for a step in another file, relative to the root. */
  readonly path: readonly LocatedStep[];
  readonly fixes: readonly LocatedFix[];
  /** The line it stands on, trimmed and shortened; empty where the text must not be shown. */
  readonly excerpt: string;
  /** The same as long as rule, subject and line text are, wherever the line moves. Unique within the file. */
  readonly fingerprint: string;
  /** Whether it is in the output of a notebook cell; the location is then the cell. */
  readonly inOutput: boolean;
}

export interface LocatedStep {
  readonly location: SourceLocation;
  readonly label: string;
  readonly file?: string;
}

export interface LocatedFix {
  readonly title: string;
  readonly safe: boolean;
  readonly edits: readonly { readonly location: SourceLocation; readonly newText: string }[];
}

export interface LocatedProblem {
  readonly kind: AnalysisProblem['kind'];
  readonly message: string;
  readonly location: SourceLocation;
}

/** A region of a file, or of one cell of a notebook. */
export interface SourceLocation extends Region {
  /** Index of the notebook cell, counting all cells from 0; the region is then within the cell's source. */
  readonly cell?: number;
  /** The region in the text of the `.ipynb` file itself, where it is known. */
  readonly json?: Region;
  /** Where it is in a model file, which has no lines; the region is then its start. */
  readonly inModel?: PlaceInModel;
}

export interface PlaceInModel {
  /** The member of an archive, with `/` between archives within archives; empty for the file itself. */
  readonly member: string;
  /** Bytes from the beginning of the member. */
  readonly offset: number;
}

/** Lines and columns from 0, columns in UTF-16 units, the end exclusive: as in the language server protocol. */
export interface Region {
  readonly start: Position;
  readonly end: Position;
}

export interface Position {
  readonly line: number;
  readonly character: number;
}

/** The result of a file that no rule looked at. */
export function unreadResult(path: string, size: number): FileResult {
  return { path, size, analyzed: false, findings: [], suppressed: [], problems: [], stages: [] };
}
