import type { Glyph, Tone } from './overlay';

/** A part of this workspace's supply chain as drawings and lists show it. Texts are plain and of one line. */
export interface WorkspacePart {
  readonly id: string;
  readonly name: string;
  /** What it is: `dataset`. */
  readonly kind: string;
  /** What is known of it: `open weights, pinned`; may be empty. */
  readonly note: string;
  readonly glyph: Glyph;
  readonly tone: Tone;
  /** What to mind. */
  readonly alert?: string;
  /** Id of the entry point in the catalog it comes in by; undefined where that is not known, or it was made here. */
  readonly entryPoint?: string;
  /** Stages of the files that use it. */
  readonly stages: readonly string[];
}
