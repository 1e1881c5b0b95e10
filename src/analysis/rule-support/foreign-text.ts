import type { Call, Expression } from '../../source/expression';
import type { Origin } from '../../source/model';
import type { RuleContext } from '../rule';
import { flowOptions } from './flow-options';
import { isGuarded } from './guards';
import { untrustedOrigin, untrustedSource, type UntrustedSource } from './untrusted-source';

/** Text of somebody else that reaches a value. */
export interface ForeignText extends UntrustedSource {
  readonly from: Origin;
}

/** Looks whether text that somebody outside wrote flows into a value, untested; the first place that `concerns` says yes to. */
export function foreignTextIn(
  value: Expression,
  context: RuleContext,
  concerns: (source: UntrustedSource, origin: Origin) => boolean,
): ForeignText | undefined {
  const isSource = (other: Call): boolean => untrustedOrigin(other, context) !== undefined;
  for (const from of context.model.origins(value, flowOptions('prompt', isSource, context))) {
    const source = untrustedSource(from, context);
    if (!source || !concerns(source, from)) continue;
    if (isGuarded(value, from, 'other', context.model)) continue;
    return { ...source, from };
  }
  return undefined;
}
