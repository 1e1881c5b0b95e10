import type { Expression } from '../../expression';
import type { Facts } from '../facts/facts';
import type { Tracking } from '../sections/tracking';
import type { CallResolver } from './call-resolver';

/** What expression nodes need to build their neighbours when asked. */
export interface ExpressionSource {
  readonly facts: Facts;
  readonly resolver: CallResolver;
  /** Set while it is noted what answers rest on. */
  readonly tracking: Tracking | undefined;
  /** The expression at a node. The same object each time. */
  at(node: number): Expression;
  /** The expression of several nodes: one expression, or a tuple without parentheses. The same object each time. */
  group(nodes: readonly number[]): Expression;
}
