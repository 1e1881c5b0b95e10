import type { Call, Expression } from '../../source/expression';
import type { FindingStep } from '../finding';
import type { RuleContext } from '../rule';
import type { Confidence } from '../severity';
import { flowOptions } from './flow-options';
import { pathSteps } from './path-steps';
import { untrustedOrigin, untrustedSource } from './untrusted-source';

/** Text of an outsider that becomes code. */
export interface OutsiderText {
  /** For a message: "an HTTP request". */
  readonly origin: string;
  readonly confidence: Confidence;
  readonly path: readonly FindingStep[];
}

/** Looks whether an outsider's text flows into an expression that is run as code; the surest way first. */
export function outsiderText(
  expression: Expression,
  callee: string,
  context: RuleContext,
): OutsiderText | undefined {
  const isSource = (other: Call): boolean => untrustedOrigin(other, context) !== undefined;
  const found = context.model
    .origins(expression, flowOptions('code', isSource, context))
    .flatMap((origin): readonly OutsiderText[] => {
      const source = untrustedSource(origin, context);
      if (!source) return [];
      const sink = { range: expression.range, label: `reaches \`${callee}\`` };
      return [{ ...source, path: pathSteps(origin, source.origin, sink) }];
    });
  return found.find(({ confidence }) => confidence === 'certain') ?? found[0];
}
