import type { Budget } from '../budget';
import type { Unknown, Value } from './values';

/** Stands for a value that is not there. */
const MISSING: Unknown = { kind: 'unknown', why: 'missing' };

/** Why the loader would stop at an opcode that can be read. */
export type StackProblem = 'the stack is empty' | 'there is no mark';

/** The symbolic stack with its marks. Nothing throws: what is not there is unknown, and told. */
export class Stack {
  readonly #values: Value[] = [];
  readonly #marks: number[] = [];
  /** The first problem since it was last taken. */
  problem: StackProblem | undefined;

  constructor(private readonly budget: Budget) {}

  /** False when the stack is as high as it may grow. */
  push(value: Value): boolean {
    if (this.#values.length >= this.budget.limits.stack) {
      this.budget.tell('stack');
      return false;
    }
    this.#values.push(value);
    return true;
  }

  /** The upper value; it does not reach below the last mark. */
  pop(): Value {
    if (this.#values.length <= (this.#marks.at(-1) ?? 0)) return this.#missing('the stack is empty');
    return this.#values.pop() as Value;
  }

  /** The upper value, left where it is. */
  get top(): Value {
    if (this.#values.length <= (this.#marks.at(-1) ?? 0)) return this.#missing('the stack is empty');
    return this.#values[this.#values.length - 1] as Value;
  }

  mark(): boolean {
    if (this.#marks.length >= this.budget.limits.stack) {
      this.budget.tell('stack');
      return false;
    }
    this.#marks.push(this.#values.length);
    return true;
  }

  /** Takes everything above the last mark, and the mark. */
  popMark(): Value[] {
    const mark = this.#marks.pop();
    if (mark === undefined) {
      this.#missing('there is no mark');
      return [];
    }
    return this.#values.splice(mark);
  }

  /** POP: removes a mark when one is on top. */
  drop(): void {
    if (this.#marks.length > 0 && this.#marks.at(-1) === this.#values.length) this.#marks.pop();
    else this.pop();
  }

  get height(): number {
    return this.#values.length;
  }

  #missing(problem: StackProblem): Unknown {
    this.problem ??= problem;
    return MISSING;
  }
}
