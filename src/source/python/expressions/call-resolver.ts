import type { Argument, Call, Expression } from '../../expression';

/** What is known of a callee. */
export interface ResolvedCallee {
  readonly names: readonly string[];
  readonly nameConfidence: Call['nameConfidence'];
  /** Calls of `functools.partial` between the callee's name and the function, outermost first. */
  readonly partials: readonly Call[];
}

/** Known content of a dictionary or sequence that is spread into a call. */
export interface SpreadContent {
  readonly arguments: readonly Argument[];
  /** False when there may be more than what is listed. */
  readonly isComplete: boolean;
}

/** Answers what a call cannot read off its own syntax. */
export interface CallResolver {
  callee(callee: Expression): ResolvedCallee;
  /** Content of `**expression`; undefined when unknown. */
  keywordSpread(expression: Expression): SpreadContent | undefined;
  /** Elements of `*expression`; undefined when unknown. */
  positionalSpread(expression: Expression): readonly Expression[] | undefined;
}
