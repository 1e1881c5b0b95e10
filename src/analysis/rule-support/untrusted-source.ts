import type { Expression } from '../../source/expression';
import type { FunctionDefinition, Origin, Parameter } from '../../source/model';
import type { RuleContext } from '../rule';
import type { Confidence } from '../severity';

/** Where text comes from that somebody outside chose. */
export interface UntrustedSource {
  /** For a message: "an HTTP request". */
  readonly origin: string;
  readonly confidence: Confidence;
}

/** Whoever types here runs the program anyway: worth a hint, not a warning. */
const OPERATOR_INPUT = new Set(['terminal input', 'the command line']);

const DJANGO_INPUT = new Set(['GET', 'POST', 'body', 'FILES', 'COOKIES', 'headers', 'data', 'query_params']);

/** Parameters that a framework fills with objects of its own, or that cannot carry text. */
const HARMLESS_TYPE =
  /(?:^|\.)(?:Request|Response|WebSocket|HTTPConnection|BackgroundTasks|SecurityScopes|Session|AsyncSession|int|float|bool|complex|Decimal|UUID|UUID4|date|datetime|time|timedelta|Enum|Literal)$/;

const INJECTED = /(?:^|\.)(?:Depends|Security|Inject|Provide|Dependency)$/;

/** Says where the origin of a flow comes from; undefined when nobody outside chose it, or that is not known. */
export function untrustedSource(origin: Origin, context: RuleContext): UntrustedSource | undefined {
  const known = untrustedOrigin(origin.expression, context);
  if (known !== undefined) {
    return { origin: known, confidence: OPERATOR_INPUT.has(known) ? 'probable' : 'certain' };
  }
  const parameter = origin.parameter;
  if (!parameter) return undefined;
  if (isDjangoInput(origin, context)) return { origin: 'an HTTP request', confidence: 'certain' };
  const handled = handledBy(parameter.definition, context);
  if (handled === undefined || isInjected(parameter.parameter, context)) return undefined;
  return { origin: handled, confidence: 'certain' };
}

/** What the API knowledge says of a call, a name or an attribute that an outsider fills. */
export function untrustedOrigin(expression: Expression, { apis, model }: RuleContext): string | undefined {
  if (apis.ofKind('llm-call', expression, model).length > 0) return undefined;
  return apis.ofKind('untrusted-input', expression, model)[0]?.origin;
}

function handledBy({ decorators }: FunctionDefinition, { apis }: RuleContext): string | undefined {
  for (const { names } of decorators) {
    for (const api of apis.ofNames(names)) if (api.is === 'request-handler') return api.origin;
  }
  return undefined;
}

function isDjangoInput({ parameter, access }: Origin, { model }: RuleContext): boolean {
  const usesDjango = model.imports.some(({ module }) => /^(?:django|rest_framework)(?:\.|$)/.test(module));
  return usesDjango && parameter?.parameter.name === 'request' && DJANGO_INPUT.has(access[0] ?? '');
}

function isInjected(parameter: Parameter, { model }: RuleContext): boolean {
  const { annotation, default: value, name } = parameter;
  if (name === 'self' || name === 'cls') return true;
  const written = [annotation, value].map(
    (part) => part && model.text.slice(part.range.start, part.range.end),
  );
  if (value?.kind === 'call' && value.names.some((called) => INJECTED.test(called))) return true;
  if (/\b(?:Depends|Security)\(/.test(written.join(' '))) return true;
  const types = annotation ? [...model.qualifiedNames(annotation), written[0] ?? ''] : [];
  return types.some((type) => HARMLESS_TYPE.test(type.replace(/\[.*$/s, '').replace(/\s*\|\s*None$/, '')));
}
