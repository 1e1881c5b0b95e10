import type { DataNode } from '../content/data-node';
import type { Comment, SourceProblem } from '../model';

/** What a reader of configuration gives, whatever its language. */
export interface ReadData {
  readonly roots: readonly DataNode[];
  readonly comments: readonly Comment[];
  readonly problems: readonly SourceProblem[];
}
