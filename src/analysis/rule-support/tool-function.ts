import type { FunctionDefinition } from '../../source/model';
import type { RuleContext } from '../rule';
import { handlerOf } from './handler-parameter';

/** The function that is given to a model, or to the clients of an MCP server, as a tool and stands around an offset. */
export function toolAround(offset: number, context: RuleContext): FunctionDefinition | undefined {
  const definition = context.model.functionAt(offset);
  return definition && isTool(definition, context) ? definition : undefined;
}

/** Whether a model or a client calls a function with arguments of its choice, and gets what it returns. */
export function isTool(definition: FunctionDefinition, context: RuleContext): boolean {
  return handlerOf('tool-function', definition, context) !== undefined;
}
