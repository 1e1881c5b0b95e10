import type { Expression } from '../../source/expression';
import type { Origin } from '../../source/model';
import type { RuleContext } from '../rule';
import type { Confidence } from '../severity';
import { isChoiceOrNumber } from './field-type';
import { carriesText, handlerOf } from './handler-parameter';
import { unnamedModelCall } from './unnamed-model-call';
import { conventionalSource, unnamedSource } from './unnamed-source';

/** Where text comes from that somebody outside chose. */
export interface UntrustedSource {
  /** For a message: "an HTTP request". */
  readonly origin: string;
  readonly confidence: Confidence;
}

/** Whoever types here runs the program anyway, as the data of a web service is mostly its own: worth a hint. */
const OPERATOR_INPUT = new Set(['terminal input', 'the command line']);

/** What nobody sends to the application: it fetches or finds it, and others wrote it. */
const INDIRECT =
  /^(?:an? (?:web page|web search|(?:loaded |PDF |Word |retrieved )?document|e-mail|tool['’]s result)|retrieved documents|text in an image|stored memory)$/u;

/** Whether text from there reaches the model behind its user's back. */
export function isIndirect(origin: string): boolean {
  return INDIRECT.test(origin);
}

/** Says where the origin of a flow comes from; undefined when nobody outside chose it, or that is not known. */
export function untrustedSource(origin: Origin, context: RuleContext): UntrustedSource | undefined {
  const known = untrustedOrigin(origin.expression, context);
  if (known !== undefined) {
    const isLikely =
      OPERATOR_INPUT.has(known) || (known === 'a web page' && origin.access.includes('json()'));
    return { origin: known, confidence: isLikely ? 'probable' : 'certain' };
  }
  const conventional = conventionalSource(origin, context.model);
  if (conventional !== undefined) return { origin: conventional, confidence: 'certain' };
  const { parameter } = origin;
  if (!parameter) return undefined;
  const handler = handlerOf('request-handler', parameter.definition, context);
  if (!handler || !carriesText(origin, context) || isChoiceOrNumber(origin, context.model)) return undefined;
  const { origin: from } = handler.api;
  return { origin: from, confidence: OPERATOR_INPUT.has(from) ? 'probable' : handler.confidence };
}

/** What the API knowledge says of a call, a name or an attribute that an outsider fills. */
export function untrustedOrigin(expression: Expression, context: RuleContext): string | undefined {
  const { apis, model } = context;
  const known = apis.ofKind('untrusted-input', expression, model)[0]?.origin;
  if (expression.kind !== 'call') return known;
  if (known === undefined) return unnamedSource(expression, model);
  // What a model answers over HTTP is no web page.
  return known === 'a web page' && unnamedModelCall(expression, context) ? undefined : known;
}
