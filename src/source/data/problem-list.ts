import type { SourceProblem } from '../model';
import type { TextRange } from '../range';

/** More say nothing new about a file. */
const MOST_PROBLEMS = 10;

/** What a reader could not take in, the first of it. */
export class ProblemList {
  readonly all: SourceProblem[] = [];

  syntax(message: string, range: TextRange): void {
    this.add({ kind: 'syntax', message, range });
  }

  limit(message: string, range: TextRange = { start: 0, end: 0 }): void {
    this.add({ kind: 'limit', message, range });
  }

  private add(problem: SourceProblem): void {
    if (this.all.length < MOST_PROBLEMS) this.all.push(problem);
  }
}
