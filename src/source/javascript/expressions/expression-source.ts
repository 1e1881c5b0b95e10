import type { Call, Expression } from '../../expression';
import type { Facts } from '../facts/facts';
import type { CallResolver } from './call-resolver';

/** Gives the expression of a node; each is made once. */
export interface ExpressionSource {
  readonly facts: Facts;
  readonly resolver: CallResolver;
  at(node: number): Expression;
  /** The call at a node of `facts.calls`. */
  callAt(node: number): Call;
}
