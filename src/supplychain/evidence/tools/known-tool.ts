import type { RunPlace } from './tool-run';

/** A tool whose run is evidence. One of the four patterns is enough; each is matched against the whole name. */
export interface KnownTool {
  /** As people write it, for the explanation. */
  readonly title: string;
  readonly evidence: readonly string[];
  readonly action?: RegExp;
  readonly program?: RegExp;
  readonly hook?: RegExp;
  /** A template that a pipeline of GitLab includes. */
  readonly include?: RegExp;
  /** What the command or action must be given. */
  readonly given?: RegExp;
  readonly notGiven?: RegExp;
  /** Where a run counts: in a pipeline, before a commit and in tasks, unless it says otherwise. */
  readonly places?: readonly RunPlace[];
}

export const CHECKED_PLACES: readonly RunPlace[] = ['workflow', 'hook', 'recipe'];
