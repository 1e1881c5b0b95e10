import type { Call, Expression } from '../../expression';

/** What is known of a callee. */
export interface ResolvedCallee {
  readonly names: readonly string[];
  readonly nameConfidence: Call['nameConfidence'];
}

/** Answers what a call cannot read off its own syntax. */
export interface CallResolver {
  callee(call: Call): ResolvedCallee;
  /** Follows a name assigned once to what was assigned. */
  dereference(expression: Expression): Expression;
  /** Whether an expression has a known value that is no object: a text, a number. */
  isPlain(expression: Expression): boolean;
  /** Whether something is put into an object that is known by a name. */
  isMutated(expression: Expression): boolean;
}
