import type { ApiArgument, ApiOf } from '../../catalog/schema/api';
import type { Call, Expression } from '../../source/expression';
import type { FunctionDefinition, SourceModel } from '../../source/model';
import type { TextRange } from '../../source/range';
import type { Section } from '../../source/section';
import type { RuleContext } from '../rule';
import { isScript } from './language';
import { findArgument } from './find-argument';

/** Kinds of API that say that somebody else calls a function. */
export type HandlerKind = 'request-handler' | 'tool-function';

type HandlerApi = ApiOf<HandlerKind>;
type Gather = (section: Section, model: SourceModel) => readonly HandedOver[];

interface HandedOver {
  /** The function's name, or where it begins when it is written in the call. */
  readonly name: string;
  readonly api: HandlerApi;
}

/** What is known of the calls that a function of this file is handed to by its name: `Agent(tools=[search, self.find])`. */
export function handedOver(
  { name, className, range }: FunctionDefinition,
  { apis, model }: RuleContext,
): readonly HandlerApi[] {
  const handed = className === undefined ? name : `self.${name}`;
  const gather = gatheringFor(apis);
  const place = isScript(model) || name === '' ? placeOf(range) : handed;
  return model.ask({
    id: `what ${handed} ${place} is handed to`,
    ask: (whole) =>
      whole
        .gather(gather)
        .flat()
        .filter((one) => one.name === handed || one.name === place)
        .map(({ api }) => api),
  });
}

/** By the API knowledge too: a project's own entries change what is known of the same document. */
const known = new WeakMap<RuleContext['apis'], Gather>();

function gatheringFor(apis: RuleContext['apis']): Gather {
  let gather = known.get(apis);
  if (!gather) {
    gather = ({ calls }, model) => calls.flatMap((call) => handedTo(call, apis, model));
    known.set(apis, gather);
  }
  return gather;
}

/** The functions that a call is given. */
function handedTo(call: Call, apis: RuleContext['apis'], model: SourceModel): readonly HandedOver[] {
  return apis.ofCall(call).flatMap((api) => {
    if ((api.is !== 'request-handler' && api.is !== 'tool-function') || !api.takes) return [];
    return functionNames(call, api.takes, model).map((name) => ({ name, api }));
  });
}

function functionNames(call: Call, selector: ApiArgument, model: SourceModel): readonly string[] {
  const functions = (value: Expression): readonly string[] => functionsIn(model.dereference(value), value);
  // A selector that says nothing stands for every argument.
  if (selector.keyword === undefined && selector.position === undefined) {
    return call.arguments.flatMap(({ value }) => functions(value));
  }
  const found = findArgument(call, selector, model);
  return found.state === 'given' ? functions(found.value) : [];
}

/** A list of functions, a dictionary with functions as values, or one function. */
function functionsIn(list: Expression, written: Expression): readonly string[] {
  if (list.kind === 'collection') return list.elements.flatMap(nameOf);
  if (list.kind === 'dict') return list.entries.flatMap(({ value }) => nameOf(value));
  return nameOf(written);
}

function nameOf(element: Expression): readonly string[] {
  if (element.kind === 'name') return [element.name];
  // A function that is written where it is given goes by its place.
  if (element.kind === 'lambda') return [placeOf(element.range)];
  const isMethod =
    element.kind === 'attribute' &&
    element.object.kind === 'name' &&
    /^(?:self|this)$/u.test(element.object.name);
  return isMethod ? [`self.${element.name}`] : [];
}

function placeOf({ start }: TextRange): string {
  return `at ${start}`;
}
