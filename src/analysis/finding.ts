import type { Position } from '../source/line-index';
import type { TextRange } from '../source/range';
import type { SourceEdit } from '../source/text-edit';
import type { Confidence, Severity } from './severity';

/** A risky place in one document. Offsets are in the analysed text (for a notebook: the joined program). */
export interface Finding {
  readonly ruleId: string;
  /** What is wrong, why it matters, what to do: two sentences at most, naming the thing found. */
  readonly message: string;
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly range: TextRange;
  /** The thing found (model id, function, kind of key), for grouping and baselines. Never a secret itself. */
  readonly subject: string;
  /** Steps of a data flow from the source to the finding, in that order; empty when there is none. */
  readonly path: readonly FindingStep[];
  /** Best first. */
  readonly fixes: readonly Fix[];
  /** Set when the finding is in the output of a notebook cell: then `range` is the cell's source. */
  readonly output?: { readonly cell: number; readonly text: TextRange } | undefined;
}

export interface FindingStep {
  /** In this document; for a step in another file: where the value leaves the document or comes into it. */
  readonly range: TextRange;
  readonly label: string;
  readonly elsewhere?: PlaceElsewhere;
}

/** A place in another file of the workspace. */
export interface PlaceElsewhere {
  /** Workspace-relative with `/`. */
  readonly path: string;
  readonly start: Position;
  /** Exclusive. */
  readonly end: Position;
}

/** An edit a user can choose. */
export interface Fix {
  readonly title: string;
  /** Safe fixes keep what the program does and may be applied to all at once; others are the user's decision. */
  readonly safe: boolean;
  readonly edits: readonly SourceEdit[];
}
