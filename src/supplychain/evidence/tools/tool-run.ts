import type { TextRange } from '../../../source/range';

/**
 * Where a tool is run. `workflow`: by a pipeline; `hook`: before a commit; `recipe`: by a task of a Makefile or the like; `image`:
 * while an image is built; `script`: by a script somebody starts.
 */
export type RunPlace = 'workflow' | 'hook' | 'recipe' | 'image' | 'script';

/** One run of a tool, however it is started. */
export interface ToolRun {
  readonly by: 'action' | 'command' | 'hook' | 'include';
  /** An action without its revision, a program, a hook, a template that is included; in small letters. */
  readonly name: string;
  /** What it is given, in one line: arguments, or the inputs of an action as `name=value`. */
  readonly given: string;
  readonly place: RunPlace;
  readonly range: TextRange;
}
