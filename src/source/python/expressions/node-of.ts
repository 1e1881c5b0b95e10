import type { Expression } from '../../expression';

/** The node that an expression is made of; -1 for one that is not of this front end. */
export function nodeOf(expression: Expression): number {
  return 'node' in expression && typeof expression.node === 'number' ? expression.node : -1;
}
