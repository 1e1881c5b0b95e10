import type { Api, ApiOf } from '../../catalog/schema/api';
import type { Expression } from '../../source/expression';
import type { FunctionDefinition, Origin, Parameter, SourceModel } from '../../source/model';
import { containsRange } from '../../source/range';
import type { RuleContext } from '../rule';
import type { Confidence } from '../severity';
import { dependencyOf } from './dependency';
import { isChoiceOrNumber } from './field-type';
import { handedOver, type HandlerKind } from './handed-over';
import { plainType } from './plain-type';
import { isChoiceInSchema } from './script-schema';
import { toolMethod } from './tool-method';

/** Parameters that a framework fills with objects of its own, or that cannot carry text. */
const HARMLESS_TYPE =
  /(?:^|\.)(?:Request|Response|WebSocket|HTTPConnection|BackgroundTasks|SecurityScopes|Session|AsyncSession|Context|RunContext|RunContextWrapper|ToolContext|ToolRuntime|RunnableConfig|InvocationContext|CallbackManagerForToolRun|AsyncCallbackManagerForToolRun|int|float|bool|complex|Decimal|UUID|UUID4|date|datetime|time|timedelta|Enum|Literal)$/;

/** Marks of parameters that the framework fills although their type could carry text. */
const INJECTED_MARK = /\b(?:Injected(?:State|Store|ToolArg|ToolCallId)|CurrentContext|ToolRuntime)\b/;

const INJECTED = /(?:^|\.)(?:Depends|Security|Inject|Provide|Dependency)$/;

/** Why a function is called from outside this file, and how sure that is. */
export interface Handler<K extends HandlerKind> {
  readonly api: ApiOf<K>;
  readonly confidence: Confidence;
}

/**
 * What is known of a function that a framework or a model calls: `certain` by its decorator, by the class it is a method of, and
 * where it is made a tool; `probable` when it is only handed to a web framework, which may wrap it.
 */
export function handlerOf<K extends HandlerKind>(
  kind: K,
  definition: FunctionDefinition,
  context: RuleContext,
): Handler<K> | undefined {
  for (const { names } of definition.decorators) {
    for (const api of context.apis.ofNames(names)) {
      if (isKind(api, kind) && isDecorator(api)) return { api, confidence: 'certain' };
    }
  }
  const method = kind === 'tool-function' ? toolMethod(definition, context) : undefined;
  if (method && isKind(method, kind)) return { api: method, confidence: 'certain' };
  const api = handedOver(definition, context).find((one) => isKind(one, kind));
  if (!api || !isKind(api, kind)) return undefined;
  return { api, confidence: kind === 'tool-function' ? 'certain' : 'probable' };
}

/** Whether text of the caller can arrive through the parameter that a flow begins with. */
export function carriesText(origin: Origin, { model }: RuleContext): boolean {
  const { parameter } = origin;
  if (parameter === undefined) return false;
  const dependency = dependencyOf(parameter.parameter, model);
  if (dependency) return dependencyCarriesText(dependency, origin.access, model);
  if (isFilledByFramework(parameter.parameter, model)) return false;
  return !isChoiceInSchema(origin, model);
}

/** Dependencies of dependencies, and no circle. */
const DEEPEST_DEPENDENCY = 4;

/**
 * Whether text of the caller comes through a function that the framework calls for a parameter (FastAPI's `Depends`): the framework
 * fills its parameters from the request too.
 */
function dependencyCarriesText(
  dependency: FunctionDefinition,
  access: readonly string[],
  model: SourceModel,
  depth = 0,
): boolean {
  if (depth > DEEPEST_DEPENDENCY) return false;
  const values =
    dependency.name === '__init__'
      ? fieldsSet(dependency, access, model)
      : returned(dependency, access, model);
  return values
    .flatMap((value) => model.origins(value, { openParameters: true }))
    .some((origin) => {
      if (origin.parameter?.definition.range.start !== dependency.range.start) return false;
      const { parameter } = origin.parameter;
      const inner = dependencyOf(parameter, model);
      if (inner) return dependencyCarriesText(inner, origin.access, model, depth + 1);
      return !isFilledByFramework(parameter, model) && !isChoiceOrNumber(origin, model);
    });
}

/** What a function returns, or the entry of the dictionary it returns that is read. */
function returned(
  { returns }: FunctionDefinition,
  [key]: readonly string[],
  model: SourceModel,
): readonly Expression[] {
  return returns.flatMap((value) => {
    const written = model.dereference(value);
    if (written.kind !== 'dict' || key === undefined) return [value];
    const entries = written.entries.filter((entry) => {
      const name = entry.key && model.evaluate(entry.key);
      return !name?.known || name.value === key || key === '*';
    });
    return entries.map((entry) => entry.value);
  });
}

/** What a constructor stores in the field that is read. */
function fieldsSet(
  { range }: FunctionDefinition,
  [field]: readonly string[],
  model: SourceModel,
): readonly Expression[] {
  return (model.assignments ?? []).flatMap(({ target, value }) =>
    target.kind === 'attribute' &&
    target.object.kind === 'name' &&
    target.object.name === 'self' &&
    target.name === field &&
    containsRange(range, target.range)
      ? [value]
      : [],
  );
}

function isDecorator(api: ApiOf<HandlerKind>): boolean {
  return api.takes === undefined && !('methods' in api && api.methods);
}

function isKind<K extends HandlerKind>(api: Api, kind: K): api is ApiOf<K> {
  return api.is === kind;
}

function isFilledByFramework({ annotation, default: value, name }: Parameter, model: SourceModel): boolean {
  if (name === 'self' || name === 'cls') return true;
  if (value?.kind === 'call' && value.names.some((called) => INJECTED.test(called))) return true;
  const written = [annotation, value].map((part) => part && model.textAt(part.range));
  if (/\b(?:Depends|Security)\(/.test(written.join(' '))) return true;
  if (INJECTED_MARK.test(written[0] ?? '')) return true;
  const types = annotation ? [...model.qualifiedNames(annotation), written[0] ?? ''] : [];
  return types.some((type) => HARMLESS_TYPE.test(plainType(type)));
}
