import type { Expression } from '../../source/expression';
import type { Origin } from '../../source/model';
import type { DocumentQuestion } from '../../source/section';
import type { RuleContext } from '../rule';
import type { Confidence } from '../severity';
import { carriesText, handlerOf } from './handler-parameter';

/** Where text comes from that somebody outside chose. */
export interface UntrustedSource {
  /** For a message: "an HTTP request". */
  readonly origin: string;
  readonly confidence: Confidence;
}

/** Whoever types here runs the program anyway, as the data of a web service is mostly its own: worth a hint. */
const OPERATOR_INPUT = new Set(['terminal input', 'the command line']);

const DJANGO_INPUT = new Set(['GET', 'POST', 'body', 'FILES', 'COOKIES', 'headers', 'data', 'query_params']);

/** Says where the origin of a flow comes from; undefined when nobody outside chose it, or that is not known. */
export function untrustedSource(origin: Origin, context: RuleContext): UntrustedSource | undefined {
  const known = untrustedOrigin(origin.expression, context);
  if (known !== undefined) {
    const isLikely = OPERATOR_INPUT.has(known) || origin.access.includes('json()');
    return { origin: known, confidence: isLikely ? 'probable' : 'certain' };
  }
  const { parameter } = origin;
  if (!parameter) return undefined;
  if (isDjangoInput(origin, context)) return { origin: 'an HTTP request', confidence: 'certain' };
  const handler = handlerOf('request-handler', parameter.definition, context);
  if (!handler || !carriesText(origin, context)) return undefined;
  return { origin: handler.api.origin, confidence: handler.confidence };
}

/** What the API knowledge says of a call, a name or an attribute that an outsider fills. */
export function untrustedOrigin(expression: Expression, { apis, model }: RuleContext): string | undefined {
  if (apis.ofKind('llm-call', expression, model).length > 0) return undefined;
  return apis.ofKind('untrusted-input', expression, model)[0]?.origin;
}

function isDjangoInput({ parameter, access }: Origin, { model }: RuleContext): boolean {
  return (
    parameter?.parameter.name === 'request' && DJANGO_INPUT.has(access[0] ?? '') && model.ask(USES_DJANGO)
  );
}

const USES_DJANGO: DocumentQuestion<boolean> = {
  id: 'Django',
  ask: ({ imports }) => imports.some(({ module }) => /^(?:django|rest_framework)(?:\.|$)/.test(module)),
};
