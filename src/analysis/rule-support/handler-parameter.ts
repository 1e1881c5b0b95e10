import type { Api, ApiKind, ApiOf } from '../../catalog/schema/api';
import type { FunctionDefinition, Origin, Parameter, SourceModel } from '../../source/model';
import type { RuleContext } from '../rule';

/** Parameters that a framework fills with objects of its own, or that cannot carry text. */
const HARMLESS_TYPE =
  /(?:^|\.)(?:Request|Response|WebSocket|HTTPConnection|BackgroundTasks|SecurityScopes|Session|AsyncSession|Context|RunContext|RunContextWrapper|ToolContext|int|float|bool|complex|Decimal|UUID|UUID4|date|datetime|time|timedelta|Enum|Literal)$/;

const INJECTED = /(?:^|\.)(?:Depends|Security|Inject|Provide|Dependency)$/;

/** The fact of a kind that a decorator of the function carries: that a framework or a model calls it. */
export function handlerFact<K extends ApiKind>(
  kind: K,
  { decorators }: FunctionDefinition,
  { apis }: RuleContext,
): ApiOf<K> | undefined {
  for (const { names } of decorators) {
    for (const api of apis.ofNames(names)) if (isKind(api, kind)) return api;
  }
  return undefined;
}

/** Whether text of the caller can arrive through the parameter that a flow begins with. */
export function carriesText({ parameter }: Origin, { model }: RuleContext): boolean {
  return parameter !== undefined && !isFilledByFramework(parameter.parameter, model);
}

function isKind<K extends ApiKind>(api: Api, kind: K): api is ApiOf<K> {
  return api.is === kind;
}

function isFilledByFramework({ annotation, default: value, name }: Parameter, model: SourceModel): boolean {
  if (name === 'self' || name === 'cls') return true;
  if (value?.kind === 'call' && value.names.some((called) => INJECTED.test(called))) return true;
  const written = [annotation, value].map(
    (part) => part && model.text.slice(part.range.start, part.range.end),
  );
  if (/\b(?:Depends|Security)\(/.test(written.join(' '))) return true;
  const types = annotation ? [...model.qualifiedNames(annotation), written[0] ?? ''] : [];
  return types.some((type) => HARMLESS_TYPE.test(type.replace(/\[.*$/s, '').replace(/\s*\|\s*None$/, '')));
}
