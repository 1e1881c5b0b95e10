import type { ApiArgument } from '../../catalog/schema/api';
import type { Expression } from '../../source/expression';
import type { FlowOptions, Origin } from '../../source/model';
import type { RuleContext } from '../rule';
import { parameterSelector, type ExportedFunction } from './exported-functions';

/** A parameter whose value, or text made of it, arrives at a place in the function. */
export interface ParameterFlow {
  readonly selector: ApiArgument;
  readonly origin: Origin;
}

/**
 * The parameters of a function that flow into an expression in it, each once. Also outside of every function the value is
 * followed: to learn which other modules it comes from.
 */
export function parameterFlows(
  expression: Expression,
  target: ExportedFunction | undefined,
  options: FlowOptions,
  { model }: RuleContext,
): readonly ParameterFlow[] {
  const found = new Map<unknown, ParameterFlow>();
  for (const origin of model.origins(expression, { ...options, openParameters: true })) {
    const { parameter, access } = origin;
    if (!target || parameter?.definition !== target.definition || found.has(parameter.parameter)) continue;
    // A part of an object that the caller passes is not what the caller passes.
    if (access.some((read) => !read.endsWith('()'))) continue;
    const selector = parameterSelector(target, parameter.parameter, model);
    if (selector) found.set(parameter.parameter, { selector, origin });
  }
  return [...found.values()];
}
