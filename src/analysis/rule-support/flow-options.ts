import type { ApiOf } from '../../catalog/schema/api';
import type { Argument, Call, Expression } from '../../source/expression';
import type { FlowOptions } from '../../source/model';
import type { RuleContext } from '../rule';
import { isMadeChoice } from './field-type';

type Purpose = ApiOf<'sanitizer'>['for'][number];

const BINDING = new Set(['bindparams', 'filter_by', 'params', 'values', 'where', 'on_conflict_do_update']);

/**
 * How rules follow a value backwards: through the calls that the API knowledge says hand it on, not through those that
 * make it clean for the purpose, and up to the calls that `isSource` looks for.
 *
 * @param throughUnknown also follow the arguments of calls of which nothing is known; what is found then is probable.
 */
export function flowOptions(
  purpose: Purpose,
  isSource: (call: Call) => boolean,
  context: RuleContext,
  throughUnknown = false,
): FlowOptions {
  const { apis, model } = context;
  return {
    stopAt: isSource,
    cleans: (attribute) => isCleaned(attribute, purpose, context),
    sanitizes: (call) =>
      (purpose === 'sql' && isBinding(call)) ||
      isMadeChoice(call, model) ||
      apis.ofKind('sanitizer', call, model).some((api) => api.for.includes(purpose)),
    passesThrough: (call) => {
      const known = apis.ofKind('pass-through', call, model);
      if (known.length > 0) return known.flatMap((api) => givenArguments(call, api));
      return throughUnknown && apis.ofCall(call).length === 0 ? call.arguments : undefined;
    },
  };
}

/** Methods of a query builder that bind what they are given, whatever builder it is. */
function isBinding({ callee }: Call): boolean {
  return callee.kind === 'attribute' && BINDING.has(callee.name);
}

/** An attribute that is harmless whatever it is read of: the last part of a path. */
function isCleaned(attribute: Expression, purpose: Purpose, { apis, model }: RuleContext): boolean {
  return apis.ofKind('sanitizer', attribute, model).some((api) => api.for.includes(purpose));
}

function givenArguments(call: Call, api: ApiOf<'pass-through'>): readonly Argument[] {
  const every = api.everyArgument === true ? call.arguments : [];
  return [...every, ...api.input.flatMap((selector) => selected(call, selector))];
}

function selected(call: Call, selector: ApiOf<'pass-through'>['input'][number]): readonly Argument[] {
  if (selector.receiver === true) return receiverOf(call);
  const found = call.argument(selector);
  return found.state === 'given' ? [found.argument] : [];
}

/** What a method is called on, as if it were an argument. */
function receiverOf({ callee }: Call): readonly Argument[] {
  if (callee.kind !== 'attribute') return [];
  const { object } = callee;
  return [{ keyword: undefined, value: object, range: object.range, inPlace: false, spread: undefined }];
}
